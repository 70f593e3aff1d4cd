using System.Collections.Concurrent;
using System.Text.Json;
using Bridge.Simulators.Building;

namespace Bridge.Simulators.Cli.Demo;

/// <summary>Counts what the broker had: read as any other system would read it, by topic and CloudEvents attributes.</summary>
internal sealed class EventTally
{
    private static readonly string[] AlarmKinds = ["doorForcedOpen", "doorOpenTooLong", "tamperDetected", "fireAlarm", "lockFoundReleased"];

    /// <summary>The doors that only the desk opens: they have no reader.</summary>
    private static readonly string[] DeskDoors = [VisitorsEntrance.Front, VisitorsEntrance.Rear];

    private readonly ConcurrentDictionary<string, JsonElement> events = new();
    private readonly ConcurrentDictionary<string, string> availability = new();

    /// <summary>Each event once, by its id: the same one may be delivered again.</summary>
    public IReadOnlyCollection<string> Ids => (IReadOnlyCollection<string>)events.Keys;

    public int DoorsOnline => availability.Values.Count(state => state == "online");

    /// <summary>By card and PIN.</summary>
    public int Granted => Grants.Count(door => !DeskDoors.Contains(door));

    /// <summary>By the desk of the lobby.</summary>
    public int Admitted => Grants.Count(DeskDoors.Contains);

    public IReadOnlyDictionary<string, int> Denied => Sorted(Kinds()
        .Where(kind => kind.Name == "accessDenied")
        .Select(kind => Upper(kind.Event.GetProperty("data").GetProperty("reason").GetString()!)));

    public IReadOnlyDictionary<string, int> Alarms => Sorted(Kinds().Where(kind => AlarmKinds.Contains(kind.Name)).Select(kind => Upper(kind.Name)));

    /// <summary>Everything heard, in journal order, one line each: what to read when a run is not as scripted.</summary>
    public IEnumerable<string> Transcript => events.Values
        .OrderBy(told => told.GetProperty("seq").GetInt64())
        .Select(told => $"{told.GetProperty("seq")} {told.GetProperty("time")} {told.GetProperty("type")} {told.GetProperty("data")}");

    public bool IsOnline(string door) => availability.GetValueOrDefault(door) == "online";

    public void Take(string topic, ReadOnlyMemory<byte> payload)
    {
        var parts = topic.Split('/');
        if (topic.Contains("/event/", StringComparison.Ordinal))
        {
            var told = JsonDocument.Parse(payload).RootElement;
            events[told.GetProperty("id").GetString()!] = told;
        }
        else if (parts is [_, _, _, "door", var door, "availability"] && payload.Length > 0)
        {
            availability[door] = JsonDocument.Parse(payload).RootElement.GetProperty("state").GetString()!;
        }
    }

    private IEnumerable<string> Grants => Kinds().Where(kind => kind.Name == "accessGranted").Select(kind => kind.Event.GetProperty("data").GetProperty("door").GetString()!);

    private IEnumerable<(string Name, JsonElement Event)> Kinds() =>
        events.Values.Select(told => (told.GetProperty("type").GetString()!.Split('.')[1], told));

    private static SortedDictionary<string, int> Sorted(IEnumerable<string> names) =>
        new(names.CountBy(name => name).ToDictionary(), StringComparer.Ordinal);

    private static string Upper(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
