using Bridge.Devices.Profiles;

namespace Bridge.Devices.Doors;

/// <summary>The difference of a counter in the device between two polls, across its wrap; after a restart it starts afresh without inventing edges.</summary>
internal sealed class EdgeCounter(InputCounter counter)
{
    /// <summary>More closings than this between two polls is a counter that was reset, not a busy button.</summary>
    private const uint MostEdges = 1000;

    private uint? _last;

    public uint Next(ReadOnlySpan<ushort> words)
    {
        var value = counter.Registers == 1 ? words[0] : Registers.Join(words, counter.LowWordFirst);
        var last = _last;
        _last = value;
        if (last is null)
        {
            return 0;
        }

        // Going down is a wrap or a restart; only a wrap leaves a small difference.
        var difference = unchecked(value - last.Value) & (counter.Registers == 1 ? ushort.MaxValue : uint.MaxValue);
        return difference <= MostEdges ? difference : 0;
    }

    public void Forget() => _last = null;
}
