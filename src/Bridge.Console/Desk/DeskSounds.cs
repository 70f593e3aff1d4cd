using System.Collections.Immutable;
using Bridge.Console.Desk.Queue;

namespace Bridge.Console.Desk;

/// <summary>Which sounds a new picture makes, by what has changed since the last one.</summary>
internal sealed class DeskSounds
{
    private static readonly TimeSpan RingEvery = TimeSpan.FromSeconds(5);

    private readonly HashSet<string> _known = [];
    private readonly Dictionary<long, (bool Live, bool Refused)> _cases = [];
    private DateTimeOffset _rangAt;
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

        // What is there when the page opens is no news.
        var news = _first ? [] : sounds;
        _first = false;
        return news;
    }
}
