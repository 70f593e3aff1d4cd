using System.Text.Json;

namespace Bridge.Simulators.Cli.Mutants;

/// <summary>What a mutation run found, folder by folder, against what is allowed: a figure may go down, never up.</summary>
internal static class MutationRatchet
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static MeasuredFigures Read(string ratchet) => JsonSerializer.Deserialize<MeasuredFigures>(ratchet, Written)!;

    public static string Write(MeasuredFigures figures) => JsonSerializer.Serialize(
        new { figures.Code, Folders = figures.Folders.ToDictionary(one => one.Key, one => new { one.Value.Mutants, one.Value.Unnoticed }) }, Written);

    /// <summary>Counts the report of a run in the common schema of mutation testing tools. The folder of the policy's own files is ".".</summary>
    public static SortedDictionary<string, MutantCount> Count(string report)
    {
        var counts = new SortedDictionary<string, MutantCount>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(report);
        foreach (var file in document.RootElement.GetProperty("files").EnumerateObject())
        {
            var before = counts.GetValueOrDefault(Folder(file.Name)) ?? new MutantCount(0, 0);
            var statuses = file.Value.GetProperty("mutants").EnumerateArray().Select(mutant => mutant.GetProperty("status").GetString()).ToList();
            var noticed = statuses.Count(status => status is "Killed" or "Timeout");
            var unnoticed = statuses.Count(status => status is "Survived" or "NoCoverage");
            if (noticed + unnoticed > 0)
            {
                counts[Folder(file.Name)] = new MutantCount(before.Mutants + noticed + unnoticed, before.Unnoticed + unnoticed);
            }
        }

        return counts;
    }

    /// <summary>What got worse, a line a folder. A folder that is not in the file is allowed nothing.</summary>
    public static IEnumerable<string> Worse(IReadOnlyDictionary<string, MutantCount> allowed, IReadOnlyDictionary<string, MutantCount> measured) =>
        from one in measured
        let most = allowed.GetValueOrDefault(one.Key)?.Unnoticed ?? 0
        where one.Value.Unnoticed > most
        select $"{one.Key}: {one.Value.Unnoticed} changes go unnoticed, {most} are allowed";

    private static string Folder(string path)
    {
        var parts = path.Replace('\\', '/').Split('/');
        var policy = Array.LastIndexOf(parts, "Bridge.Policy");
        return parts.Length - policy > 2 ? parts[policy + 1] : ".";
    }
}
