using Bridge.Journal.Register;
using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Residents;

/// <summary>Brings one list to what a file says, inside an open transaction.</summary>
internal sealed class ImportWriter(SqliteConnection connection, ReasonBook reasons, ListWriter writer)
{
    private readonly List<ResidentProblem> problems = [];

    /// <returns>Without an index when nothing was changed.</returns>
    public static (ResidentImported Imported, ResidentIndex? Index) Apply(
        SqliteConnection connection, ReasonBook reasons, ResidentImport import, ListWriter writer, Func<ImportCounts, bool> accept)
    {
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            var run = new ImportWriter(connection, reasons, writer);
            if (run.Write(import) is not { } counts)
            {
                connection.RollBackIfOpen();
                return (new ResidentImported.Refused(run.problems), null);
            }

            if (!accept(counts))
            {
                connection.RollBackIfOpen();
                return (new ResidentImported.Declined(counts), null);
            }

            // Loaded before the commit, so that nothing can fail after it.
            var index = ResidentIndex.Load(connection);
            connection.Execute("COMMIT");
            return (new ResidentImported.Done(counts), index);
        }
        catch (SqliteException)
        {
            connection.RollBackIfOpen();
            throw;
        }
    }

    private ImportCounts? Write(ResidentImport import) => import switch
    {
        ResidentImport.Households list => Households(list.Rows),
        ResidentImport.Members list => Members(list.Rows),
        ResidentImport.Stations list => Stations(list.Rows),
        ResidentImport.Passes list => Passes(list.Rows),
        ResidentImport.Leaders list => writer.Replace(ResidentTables.Leaders, list.Rows),
        ResidentImport.Badges list => writer.Replace(ResidentTables.Badges, list.Rows),
        ResidentImport.Tours list => writer.Replace(ResidentTables.Tours, list.Rows),
        ResidentImport.Duty list => writer.Replace(ResidentTables.Duty, list.Rows),
        _ => throw new System.Diagnostics.UnreachableException($"No way to import {import.GetType().Name}."),
    };

    private ImportCounts? Households(IReadOnlyList<ImportedHousehold> imported)
    {
        var ids = Units();
        var rows = imported.Select(one => one.Row with { Id = ids.GetValueOrDefault(UnitText.Normalise(one.Row.Unit)) ?? RandomId.Next() }).ToList();
        var kept = rows.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(
            from household in writer.All(ResidentTables.Households)
            where !kept.Contains(household.Id) && IsNeeded(household.Id)
            orderby household.Unit
            select new ResidentProblem(null, "unit", $"{household.Unit} is not in the file, and members or passes still belong to it; import those first"));
        if (problems.Count > 0)
        {
            return null;
        }

        var counts = writer.Replace(ResidentTables.Households, rows);
        SetReasons(ResidentList.Households, rows.Select(row => row.Id).Zip(imported.Select(one => one.Reason)));
        return counts;
    }

    private ImportCounts? Members(IReadOnlyList<ImportedMember> imported)
    {
        var units = Units();
        var ids = writer.All(ResidentTables.Members).ToDictionary(member => member.Key, member => member.Id, StringComparer.Ordinal);
        var rows = imported.Select((one, at) => one.Row with
        {
            Id = ids.GetValueOrDefault(one.Row.Key) ?? RandomId.Next(),
            Household = Household(units, one.Row.Household, at),
        }).ToList();
        if (problems.Count > 0)
        {
            return null;
        }

        var counts = writer.Replace(ResidentTables.Members, rows);
        SetReasons(ResidentList.Members, rows.Select(row => row.Id).Zip(imported.Select(one => one.BarredReason)));
        return counts;
    }

    private ImportCounts? Stations(IReadOnlyList<IndoorStation> imported)
    {
        var units = Units();
        var rows = imported.Select((one, at) => one with { Household = Household(units, one.Household, at) }).ToList();
        if (problems.Count > 0)
        {
            return null;
        }

        // Two units may have changed their numbers with each other: nobody keeps one that is somebody else's in the file.
        using var vacate = new Statement(connection, "UPDATE station SET number = '-' || household || position WHERE household = ? AND position = ? AND number <> ?");
        foreach (var row in rows)
        {
            vacate.Bind(1, row.Household).Bind(2, row.Position).Bind(3, row.Number).Run();
        }

        return writer.Replace(ResidentTables.Stations, rows);
    }

    private ImportCounts? Passes(IReadOnlyList<AccessPass> imported)
    {
        var units = Units();
        var rows = imported.Select((one, at) => one.Household is { } unit ? one with { Household = Household(units, unit, at) } : one).ToList();
        return problems.Count > 0 ? null : writer.Replace(ResidentTables.Passes, rows);
    }

    private Dictionary<string, string> Units() => writer.All(ResidentTables.Households)
        .DistinctBy(household => UnitText.Normalise(household.Unit))
        .ToDictionary(household => UnitText.Normalise(household.Unit), household => household.Id, StringComparer.Ordinal);

    private string Household(Dictionary<string, string> units, string unit, int row)
    {
        if (units.TryGetValue(UnitText.Normalise(unit), out var id))
        {
            return id;
        }

        problems.Add(new ResidentProblem(row, "unit", "expected a unit of the register, found another; import the households first"));
        return string.Empty;
    }

    private bool IsNeeded(string household)
    {
        using var row = new Statement(connection, "SELECT 1 WHERE EXISTS (SELECT 1 FROM member WHERE household = ?1) OR EXISTS (SELECT 1 FROM pass WHERE household = ?1)");
        return row.Bind(1, household).Step();
    }

    private void SetReasons(ResidentList list, IEnumerable<(string Id, string? Reason)> given)
    {
        foreach (var (id, reason) in given.Where(one => one.Reason is not null))
        {
            if (reasons.Write(list, id, reason))
            {
                writer.Remember(list, id, RegisterChangeAct.Changed, ["reason"]);
            }
        }
    }
}
