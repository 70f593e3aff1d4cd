using Bridge.Journal.Register;
using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Residents;

/// <summary>
/// The residents' register and the desk's lists, in the register's file. Look-ups are made in <see cref="Current"/>, from any thread; changes go to the file,
/// one at a time, each with a row that says who made it. Another process may import: <see cref="Refresh"/> takes it over.
/// </summary>
public sealed class ResidentRegister : IDisposable
{
    private readonly Lock gate = new();
    private readonly ResidentRegisterOptions options;
    private readonly SqliteConnection connection;
    private readonly ReasonBook reasons;
    private readonly TimeProvider time;
    private volatile ResidentDirectory current;
    private long seen;

    internal ResidentRegister(ResidentRegisterOptions options, SqliteConnection connection, byte[] reasonKey, TimeProvider time, ResidentIndex index, long seen)
    {
        this.options = options;
        this.connection = connection;
        this.time = time;
        this.seen = seen;
        reasons = new ReasonBook(connection, reasonKey);
        current = new ResidentDirectory(index);
    }

    /// <summary>The register as it is now.</summary>
    public ResidentDirectory Current => current;

    /// <summary>One attempt to open (or create, with its keys) the register and to load it.</summary>
    public static ResidentRegisterOpened Open(ResidentRegisterOptions options, TimeProvider time) => ResidentRegisterOpener.Open(options, time);

    /// <summary>An id for a new household or member.</summary>
    public static string NewId() => RandomId.Next();

    /// <summary>Makes all the changes in one transaction, or none.</summary>
    /// <param name="actor">The account that answers for them.</param>
    public ResidentEdited Apply(IReadOnlyList<ResidentEdit> edits, string actor)
    {
        lock (gate)
        {
            var written = Attempt.At(Path, () => EditWriter.Apply(connection, reasons, edits, actor, Now()));
            if (written is StorageResult<(ResidentEdited Edited, ResidentIndex? Index)>.Failed failed)
            {
                return new ResidentEdited.Failed(failed.Failure, failed.Reason);
            }

            var (edited, index) = ((StorageResult<(ResidentEdited, ResidentIndex?)>.Done)written).Value;
            Use(index);
            return edited;
        }
    }

    /// <summary>Replaces one whole list in one transaction; known households and members keep their ids.</summary>
    /// <param name="actor">The account that answers for it.</param>
    /// <param name="accept">Asked once with the counts, before anything is kept.</param>
    public ResidentImported Import(ResidentImport import, string actor, Func<ImportCounts, bool> accept)
    {
        lock (gate)
        {
            var written = Attempt.At(Path, () => ImportWriter.Apply(connection, reasons, import, new ListWriter(connection, actor, Now()), accept));
            if (written is StorageResult<(ResidentImported Imported, ResidentIndex? Index)>.Failed failed)
            {
                return new ResidentImported.Failed(failed.Failure, failed.Reason);
            }

            var (imported, index) = ((StorageResult<(ResidentImported, ResidentIndex?)>.Done)written).Value;
            Use(index);
            return imported;
        }
    }

    /// <summary>Why a household is special or a member barred: for the supervisor and the control room alone. That it was looked at is remembered.</summary>
    /// <param name="list">Households or members.</param>
    /// <returns>Null when there is no reason, or it cannot be opened with this key.</returns>
    public StorageResult<string?> RevealReason(ResidentList list, string subject, string actor)
    {
        lock (gate)
        {
            return Attempt.At(Path, () =>
            {
                new ListWriter(connection, actor, Now()).Remember(list, subject, RegisterChangeAct.ReasonRevealed, ["reason"]);
                return reasons.Read(list, subject);
            });
        }
    }

    /// <summary>The history, newest first.</summary>
    public StorageResult<IReadOnlyList<RegisterChange>> Changes(RegisterChangeQuery query, int max)
    {
        lock (gate)
        {
            return Attempt.At(Path, () => ChangeHistory.Read(connection, query, max));
        }
    }

    /// <summary>Loads anew when another process has changed the register since; cheap when not.</summary>
    /// <returns>Whether something was loaded.</returns>
    public StorageResult<bool> Refresh()
    {
        lock (gate)
        {
            return Attempt.At(Path, () =>
            {
                var version = RegisterOpener.DataVersion(connection);
                if (version == seen)
                {
                    return false;
                }

                current = new ResidentDirectory(ResidentIndex.Load(connection));
                seen = version;
                return true;
            });
        }
    }

    public void Dispose() => connection.Dispose();

    private string Path => options.Register.Path;

    private long Now() => Timestamps.ToTicks(time.GetUtcNow());

    private void Use(ResidentIndex? index)
    {
        if (index is null)
        {
            return;
        }

        current = new ResidentDirectory(index);
        // What was removed shall not live on in the log. A reader may hold this back: then the next checkpoint does it, so its end is of no interest here.
        _ = Attempt.At(Path, () => connection.Scalar("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
}
