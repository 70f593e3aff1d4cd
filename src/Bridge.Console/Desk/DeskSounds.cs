using System.Collections.Immutable;
using Bridge.Console.Desk.Queue;

namespace Bridge.Console.Desk;

/// <summary>Which sounds a new picture makes, by what has changed since the last one.</summary>
public sealed class DeskSounds
{
    private static readonly TimeSpan RingEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan GraveEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WarningEvery = TimeSpan.FromSeconds(30);

    private readonly HashSet<string> _known = [];
    private readonly Dictionary<long, (bool Live, bool Refused)> _cases = [];
    private DateTimeOffset _rangAt;
    private DateTimeOffset _calledAt;
    private bool _first = true;

    public IReadOnlyList<string> Hear(DeskView picture, ImmutableArray<QueueRow> rows)
    {
        var sounds = new List<string>();
        if (rows.Any(row => row.Kind == QueueKind.Call) && picture.ObservedAt - _rangAt >= RingEvery)
        {
            _rangAt = picture.ObservedAt;
            sounds.Add("ring");
        }

        if (rows.Where(row => row.Kind == QueueKind.Announced).ToList().FindAll(row => _known.Add(row.Key)) is [_, ..])
        {
            sounds.Add("arrival");
        }

        foreach (var one in picture.Cases)
        {
            var (live, refused) = _cases.GetValueOrDefault(one.Id);
            sounds.AddRange((one.KeyIsLive && !live, one.Refused is not null && !refused) switch
            {
                (true, _) => ["yes", "live"],
                (_, true) => ["no"],
                _ => Array.Empty<string>(),
            });
            _cases[one.Id] = (one.KeyIsLive, one.Refused is not null);
        }

        if (Alarm(picture) is { } alarm)
        {
            sounds.Add(alarm);
        }

        // What is there when the page opens is no news.
        var news = _first ? [] : sounds;
        _first = false;
        return news;
    }

    // One at a time, the graver one: until somebody has seen it, and somebody has taken on what the patrol did not answer.
    private string? Alarm(DeskView picture)
    {
        var unseen = picture.Alarms.Where(alarm => alarm is { AcknowledgedBy: null, ClosedBy: null }).ToList();
        var grave = unseen.Exists(alarm => alarm.IsGrave) || picture.Tasks.Any(task => task is { Escalated: true, Stage: TaskStage.New });
        if ((unseen.Count == 0 && !grave) || picture.ObservedAt - _calledAt < (grave ? GraveEvery : WarningEvery))
        {
            return null;
        }

        _calledAt = picture.ObservedAt;
        return grave ? "critical" : "warning";
    }
}
