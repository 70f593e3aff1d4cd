using System.Text.Json;
using Bridge.Benchmarks.Rigs;
using Bridge.Journal;
using Bridge.Policy;

namespace Bridge.Benchmarks.Events;

/// <summary>What the journal says was told, against what the subscriber heard.</summary>
internal static class Accounts
{
    /// <summary>The sequences of all events in the journal. Its own marks are entries of this kind too, and are told to nobody.</summary>
    public static HashSet<long> Journalled(EngineRig rig) =>
        [.. rig.Store.EntriesAfter(0).Where(stored => stored.Entry.Origin == EntryOrigin.Event && Enum.TryParse<EventKind>(stored.Entry.Kind, out _)).Select(stored => stored.Position.Sequence)];

    /// <summary>The sequences heard, in the order they came; retained states have none and are passed over.</summary>
    public static List<long> Heard(string file)
    {
        var heard = new List<long>();
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("{\"specversion\"", StringComparison.Ordinal) && line.EndsWith('}'))
            {
                using var message = JsonDocument.Parse(line);
                heard.Add(message.RootElement.GetProperty("seq").GetInt64());
            }
        }

        return heard;
    }

    public static int Disorder(List<long> heard) => heard.Zip(heard.Skip(1)).Count(pair => pair.Second <= pair.First);
}
