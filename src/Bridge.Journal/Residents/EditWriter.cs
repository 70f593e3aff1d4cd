using System.Globalization;
using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bridge.Journal.Residents;

/// <summary>Makes single changes, all in one transaction.</summary>
internal static class EditWriter
{
    /// <returns>Without an index when nothing was changed.</returns>
    public static (ResidentEdited Edited, ResidentIndex? Index) Apply(
        SqliteConnection connection, ReasonBook reasons, IReadOnlyList<ResidentEdit> edits, string actor, long now)
    {
        connection.Execute("BEGIN IMMEDIATE");
        var writer = new ListWriter(connection, actor, now);
        var (changed, at) = (0, 0);
        try
        {
            for (; at < edits.Count; at++)
            {
                changed += Apply(writer, reasons, edits[at]) ? 1 : 0;
            }

            // Loaded before the commit, so that nothing can fail after it.
            var index = ResidentIndex.Load(connection);
            connection.Execute("COMMIT");
            return (new ResidentEdited.Done(changed), index);
        }
        catch (SqliteException refused) when (refused.SqliteErrorCode == raw.SQLITE_CONSTRAINT && at < edits.Count)
        {
            connection.RollBackIfOpen();
            return (new ResidentEdited.Refused(at, Constraint(refused)), null);
        }
        catch (SqliteException)
        {
            connection.RollBackIfOpen();
            throw;
        }
    }

    private static bool Apply(ListWriter writer, ReasonBook reasons, ResidentEdit edit) => edit switch
    {
        ResidentEdit.PutHousehold put => writer.Put(ResidentTables.Households, put.Row) is not null,
        ResidentEdit.PutMember put => writer.Put(ResidentTables.Members, put.Row) is not null,
        ResidentEdit.PutStation put => writer.Put(ResidentTables.Stations, put.Row) is not null,
        ResidentEdit.PutLeader put => writer.Put(ResidentTables.Leaders, put.Row) is not null,
        ResidentEdit.PutBadge put => writer.Put(ResidentTables.Badges, put.Row) is not null,
        ResidentEdit.PutPass put => writer.Put(ResidentTables.Passes, put.Row) is not null,
        ResidentEdit.PutTour put => writer.Put(ResidentTables.Tours, put.Row) is not null,
        ResidentEdit.PutDuty put => writer.Put(ResidentTables.Duty, put.Row) is not null,
        ResidentEdit.Remove remove => Remove(writer, remove),
        ResidentEdit.SetReason set => SetReason(writer, reasons, set),
        _ => throw new System.Diagnostics.UnreachableException($"No way to make {edit.GetType().Name}."),
    };

    private static bool Remove(ListWriter writer, ResidentEdit.Remove remove) => remove.List switch
    {
        ResidentList.Households => writer.Remove(ResidentTables.Households, [remove.Key]),
        ResidentList.Members => writer.Remove(ResidentTables.Members, [remove.Key]),
        ResidentList.Stations => writer.Remove(ResidentTables.Stations, [remove.Key, (long)remove.Position]),
        ResidentList.Leaders => writer.Remove(ResidentTables.Leaders, [remove.Key]),
        ResidentList.Badges => writer.Remove(ResidentTables.Badges, [remove.Key]),
        ResidentList.Passes => writer.Remove(ResidentTables.Passes, [remove.Key]),
        ResidentList.Tours => writer.Remove(ResidentTables.Tours, [remove.Key]),
        ResidentList.Duty => writer.Remove(ResidentTables.Duty, [remove.Key, (long)remove.Position]),
    };

    private static bool SetReason(ListWriter writer, ReasonBook reasons, ResidentEdit.SetReason set)
    {
        if (!reasons.Write(set.List, set.Subject, set.Reason))
        {
            return false;
        }

        writer.Remember(set.List, set.Subject, RegisterChangeAct.Changed, ["reason"]);
        return true;
    }

    // SQLite's message names the table and column, never the value.
    private static string Constraint(SqliteException refused) => refused.SqliteExtendedErrorCode switch
    {
        raw.SQLITE_CONSTRAINT_FOREIGNKEY => "it names a household that is not in the register, or others still belong to what would be removed",
        _ => string.Create(CultureInfo.InvariantCulture, $"it stands in the way of another row ({refused.Message})"),
    };
}
