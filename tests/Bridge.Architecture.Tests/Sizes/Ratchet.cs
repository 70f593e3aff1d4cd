using System.Text.Json;

namespace Bridge.Architecture.Tests.Sizes;

/// <summary>Today's exceptions from the size limits. They may shrink and go, never grow and never be joined by new ones.</summary>
public static class Ratchet
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static SortedDictionary<string, int> Read(string json) =>
        new(JsonSerializer.Deserialize<Dictionary<string, int>>(json)!, StringComparer.Ordinal);

    public static string Write(SortedDictionary<string, int> sizes) => JsonSerializer.Serialize(sizes, Indented);

    public static IEnumerable<string> Differences(SortedDictionary<string, int> allowed, SortedDictionary<string, int> measured)
    {
        foreach (var (what, size) in measured)
        {
            if (!allowed.TryGetValue(what, out var limit))
            {
                yield return $"{what}: {size} is over the limit: split it";
            }
            else if (size > limit)
            {
                yield return $"{what}: grew from {limit} to {size}: split it";
            }
            else if (size < limit)
            {
                yield return $"{what}: shrank from {limit} to {size}: write the smaller figure into ratchet.json";
            }
        }

        foreach (var gone in allowed.Keys.Except(measured.Keys))
        {
            yield return $"{gone}: is within the limit now: remove it from ratchet.json";
        }
    }
}
