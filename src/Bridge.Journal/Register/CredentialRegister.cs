using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Register;

/// <summary>
/// Who holds which card or PIN. Look-ups are answered from memory and may be made from any thread; the rest goes to the file, one at a time.
/// An import may be made by another process: <see cref="Refresh"/> takes it over.
/// </summary>
public sealed class CredentialRegister : IDisposable
{
    private readonly Lock gate = new();
    private readonly RegisterOptions options;
    private readonly SqliteConnection connection;
    private readonly CredentialHasher hasher;
    private volatile RegisterIndex index;
    private long seen;

    internal CredentialRegister(RegisterOptions options, SqliteConnection connection, CredentialHasher hasher, RegisterIndex index, long seen)
    {
        this.options = options;
        this.connection = connection;
        this.hasher = hasher;
        this.index = index;
        this.seen = seen;
    }

    /// <summary>Credentials in memory.</summary>
    public int Count => index.Count;

    /// <summary>One attempt to open (or create, with its pepper) the register and to load it.</summary>
    public static RegisterOpened Open(RegisterOptions options) => RegisterOpener.Open(options);

    /// <summary>One, or none when the card is unknown.</summary>
    /// <param name="bits">Most significant first, left aligned.</param>
    public IReadOnlyList<RegisteredCredential> FindByCard(ReadOnlySpan<byte> bits, int bitCount) => index.Find(hasher.Card(bits, bitCount));

    /// <summary>Every holder's credential with this PIN: several people may have chosen the same.</summary>
    public IReadOnlyList<RegisteredCredential> FindByPin(ReadOnlySpan<char> digits) => index.Find(hasher.Pin(digits));

    /// <summary>Replaces the whole register in one transaction; known cards, PINs and holders keep their ids.</summary>
    public RegisterImported Import(RegisterImport import) => Import(import, _ => true);

    /// <summary>The same, unless the caller declines what it would do: then it is as if it had not been asked for.</summary>
    /// <param name="accept">Asked once with the counts, before anything is kept.</param>
    public RegisterImported Import(RegisterImport import, Func<RegisterImported.Done, bool> accept)
    {
        var problems = ImportCheck.Problems(import, hasher);
        if (problems.Count > 0)
        {
            return new RegisterImported.Rejected(problems);
        }

        lock (gate)
        {
            try
            {
                var (done, replaced) = RegisterWriter.Replace(connection, hasher, import, accept);
                if (replaced is null)
                {
                    return new RegisterImported.Declined(done.Holders, done.Credentials);
                }

                index = replaced;
                // What was removed shall not live on in the WAL. A reader may hold this back: then the next checkpoint does it, so its end is
                // of no interest here.
                _ = Attempt.At(options.Path, () => connection.Scalar("PRAGMA wal_checkpoint(TRUNCATE)"));
                return done;
            }
            catch (SqliteException exception)
            {
                return new RegisterImported.Failed(exception.Kind(), exception.Reason(options.Path));
            }
        }
    }

    /// <summary>Loads anew when another process has changed the register since; cheap when not.</summary>
    /// <returns>Whether something was loaded.</returns>
    public StorageResult<bool> Refresh()
    {
        lock (gate)
        {
            return Attempt.At(options.Path, () =>
            {
                var version = RegisterOpener.DataVersion(connection);
                if (version == seen)
                {
                    return false;
                }

                index = RegisterIndex.Load(connection);
                seen = version;
                return true;
            });
        }
    }

    /// <summary>For the management office's screen: whose credential is this? Null when it is not in the register (any more).</summary>
    public StorageResult<CredentialDescription?> Describe(string credential)
    {
        lock (gate)
        {
            return Attempt.At(options.Path, () =>
            {
                using var row = new Statement(
                    connection,
                    "SELECT c.kind, c.shown, h.display_name, h.kind, h.unit FROM credential c JOIN holder h ON h.id = c.holder WHERE c.id = ?");
                return row.Bind(1, credential).Step()
                    ? new CredentialDescription(credential, (RegisteredKind)row.Long(0), row.Text(1), row.Text(2), row.Text(3), row.TextOrNull(4))
                    : null;
            });
        }
    }

    /// <summary>What stands for a card's bits here and in the file.</summary>
    public CredentialDigest DigestOf(ReadOnlySpan<byte> bits, int bitCount) => hasher.Card(bits, bitCount);

    public IReadOnlyList<RegisteredCredential> Find(CredentialDigest digest) => index.Find(digest);

    /// <summary>Every card and PIN, for the management office's screen.</summary>
    public StorageResult<IReadOnlyList<CredentialRow>> List()
    {
        lock (gate)
        {
            return Attempt.At(options.Path, () => CredentialWriter.Read(connection));
        }
    }

    /// <summary>Gives somebody a card. It is known to the very next read.</summary>
    /// <param name="actor">The account that answers for it.</param>
    public CredentialChanged Issue(IssuedCard card, string actor, DateTimeOffset now) =>
        Change(() => CredentialWriter.Issue(connection, card, actor, Timestamps.ToTicks(now)));

    /// <summary>Switches a card or PIN off, or on again. The very next read is judged by it.</summary>
    /// <param name="actor">The account that answers for it.</param>
    public CredentialChanged SetDisabled(string credential, DisabledReason reason, string actor, DateTimeOffset now) =>
        Change(() => CredentialWriter.SetDisabled(connection, credential, reason, actor, Timestamps.ToTicks(now)));

    public void Dispose() => connection.Dispose();

    private CredentialChanged Change(Func<(CredentialChanged Changed, RegisterIndex? Index)> write)
    {
        lock (gate)
        {
            switch (Attempt.At(options.Path, write))
            {
                case StorageResult<(CredentialChanged Changed, RegisterIndex? Index)>.Done { Value: var (changed, loaded) }:
                    index = loaded ?? index;
                    return changed;
                case StorageResult<(CredentialChanged Changed, RegisterIndex? Index)>.Failed failed:
                    return new CredentialChanged.Failed(failed.Failure, failed.Reason);
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
    }
}
