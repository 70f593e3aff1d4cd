using System.Text.Json;
using Bridge.Simulators.Cli.Demo.Admission;
using Bridge.Simulators.People;

namespace Bridge.Simulators.Cli.Demo;

/// <summary>What a run came to, and whether it is what the script says.</summary>
/// <param name="Published">Events read from the broker by a client that is not the product.</param>
/// <param name="OutboxLeft">Events in the journal that were not on the broker at the end: the same as lost once the product has stopped.</param>
/// <param name="Lost">Reads that a reader was told to forget and that are not in the journal, and journalled events that the broker never had.</param>
internal sealed record DemoSummary(
    int DoorsOnline,
    int Granted,
    IReadOnlyDictionary<string, int> Denied,
    IReadOnlyDictionary<string, int> Alarms,
    int Published,
    long OutboxLeft,
    int Lost,
    bool AsScripted)
{
    /// <summary>What came of those who had to be let in by the desk.</summary>
    public AdmissionCount? Admissions { get; init; }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static bool Agrees(ScriptExpectation expected, EventTally seen) =>
        seen.Granted == expected.Granted && Same(expected.Denied, seen.Denied) && Same(expected.Alarms, seen.Alarms);

    private static bool Same(IReadOnlyDictionary<string, int> expected, IReadOnlyDictionary<string, int> seen) =>
        expected.Count == seen.Count && expected.All(pair => seen.GetValueOrDefault(pair.Key) == pair.Value);
}
