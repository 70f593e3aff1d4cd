namespace Bridge.Host.Configuration.Reading;

/// <summary>What somebody probably meant: the known name that takes the fewest keystrokes to get to.</summary>
internal static class NearestName
{
    /// <summary>The start of a sentence's end: ", did you mean 'x'?"-like advice, or the list of what there is.</summary>
    public static string Advice(string typed, IReadOnlyCollection<string> known)
    {
        if (known.Count == 0)
        {
            return "there is none";
        }

        return Find(typed, known) is { } near
            ? $"did you mean \"{near}\""
            : $"known are {string.Join(", ", known.Take(12))}{(known.Count > 12 ? " ..." : "")}";
    }

    public static string? Find(string typed, IEnumerable<string> known)
    {
        var limit = int.Max(1, typed.Length / 3);
        return known
            .Select(name => (Name: name, Distance: Distance(typed.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    private static int Distance(string one, string other)
    {
        if (one.Length > 64)
        {
            return int.MaxValue;
        }

        var previous = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var current = new int[other.Length + 1];
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = previous[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                current[j] = int.Min(replaced, int.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
