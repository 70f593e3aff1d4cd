using Bridge.Simulators.Clocks;

namespace Bridge.Simulators.Osdp.Feedback;

/// <summary>The lights of a reader: each has a permanent pattern, and a temporary one over it for a while.</summary>
public sealed class ReaderLights
{
    private const int RecordLength = 14;
    private const int HistoryLimit = 1000;
    private static readonly TimeSpan Tenth = TimeSpan.FromMilliseconds(100);
    private readonly Surroundings _surroundings;
    private readonly Light[] _lights;
    private readonly Queue<LightChange> _history = new();

    internal ReaderLights(Surroundings surroundings, int count)
    {
        _surroundings = surroundings;
        _lights = [.. Enumerable.Range(0, count).Select(_ => new Light())];
    }

    /// <summary>What each light shows at this moment.</summary>
    public IReadOnlyList<LightColour> Colours
    {
        get
        {
            lock (_surroundings.Gate)
            {
                return [.. _lights.Select(light => light.At(_surroundings.Elapsed))];
            }
        }
    }

    /// <summary>The latest patterns that were asked for, oldest first.</summary>
    public IReadOnlyList<LightChange> History
    {
        get
        {
            lock (_surroundings.Gate)
            {
                return [.. _history];
            }
        }
    }

    /// <summary>What the light shows when no temporary pattern is over it.</summary>
    public LightPattern Permanent(int light)
    {
        lock (_surroundings.Gate)
        {
            return _lights[light].Permanent;
        }
    }

    internal void Reset()
    {
        for (var i = 0; i < _lights.Length; i++)
        {
            _lights[i] = new Light();
        }
    }

    /// <summary>Executes a command; false, and nothing done, when one of its records asks for something impossible.</summary>
    internal bool Command(ReadOnlySpan<byte> records)
    {
        for (var at = 0; at < records.Length; at += RecordLength)
        {
            if (!IsPossible(records.Slice(at, RecordLength)))
            {
                return false;
            }
        }

        for (var at = 0; at < records.Length; at += RecordLength)
        {
            Show(records.Slice(at, RecordLength));
        }

        return true;
    }

    private bool IsPossible(ReadOnlySpan<byte> record) =>
        record[0] == 0 && record[1] < _lights.Length && record[2] <= 2 && record[9] <= 1
        && (record[2] != 2 || IsPattern(record[3..7])) && (record[9] != 1 || IsPattern(record[10..14]));

    private static bool IsPattern(ReadOnlySpan<byte> fields) => fields[0] + fields[1] > 0 && fields[2] <= 7 && fields[3] <= 7;

    private static LightPattern Pattern(ReadOnlySpan<byte> fields) =>
        new(fields[0] * Tenth, fields[1] * Tenth, (LightColour)fields[2], (LightColour)fields[3]);

    private void Show(ReadOnlySpan<byte> record)
    {
        var (now, light) = (_surroundings.Elapsed, _lights[record[1]]);
        if (record[9] == 1)
        {
            (light.Permanent, light.PermanentSince) = (Pattern(record[10..14]), now);
            Remember(new LightChange(_surroundings.Now, record[1], light.Permanent, null));
        }

        if (record[2] == 1)
        {
            light.Temporary = null;
        }
        else if (record[2] == 2)
        {
            var time = (record[7] | (record[8] << 8)) * Tenth;
            (light.Temporary, light.TemporarySince, light.TemporaryFor) = (Pattern(record[3..7]), now, time);
            Remember(new LightChange(_surroundings.Now, record[1], light.Temporary, time));
        }
    }

    private void Remember(LightChange change)
    {
        if (_history.Count == HistoryLimit)
        {
            _history.Dequeue();
        }

        _history.Enqueue(change);
    }

    private sealed class Light
    {
        public LightPattern Permanent { get; set; } = LightPattern.Dark;

        public TimeSpan PermanentSince { get; set; }

        public LightPattern? Temporary { get; set; }

        public TimeSpan TemporarySince { get; set; }

        /// <summary>Zero for without end.</summary>
        public TimeSpan TemporaryFor { get; set; }

        public LightColour At(TimeSpan now) => Temporary is { } pattern && (TemporaryFor == TimeSpan.Zero || now < TemporarySince + TemporaryFor)
            ? pattern.At(now - TemporarySince)
            : Permanent.At(now - PermanentSince);
    }
}
