using Bridge.Simulators.Clocks;

namespace Bridge.Simulators.Osdp.Feedback;

/// <summary>The buzzer of a reader.</summary>
public sealed class ReaderBuzzer
{
    private const byte Silence = 1;
    private const byte LastTone = 2;
    private static readonly TimeSpan Tenth = TimeSpan.FromMilliseconds(100);
    private readonly Surroundings _surroundings;
    private TimeSpan _since;

    internal ReaderBuzzer(Surroundings surroundings) => _surroundings = surroundings;

    /// <summary>Commands that made it sound.</summary>
    public int Signals { get; private set; }

    public TimeSpan On { get; private set; }

    public TimeSpan Off { get; private set; }

    /// <summary>How many times it sounds; 0 for until further notice.</summary>
    public int Count { get; private set; }

    public bool IsSounding
    {
        get
        {
            lock (_surroundings.Gate)
            {
                var (since, period) = (_surroundings.Elapsed - _since, On + Off);
                return On > TimeSpan.Zero && since.Ticks % period.Ticks < On.Ticks && (Count == 0 || since < Count * period);
            }
        }
    }

    internal void Reset() => (On, Off, Count) = (TimeSpan.Zero, TimeSpan.Zero, 0);

    /// <summary>Executes a command of five bytes; false when it asks for something impossible.</summary>
    internal bool Command(ReadOnlySpan<byte> fields)
    {
        if (fields[0] != 0 || fields[1] > LastTone || (fields[1] == LastTone && fields[2] == 0))
        {
            return false;
        }

        Reset();
        if (fields[1] > Silence)
        {
            (On, Off, Count, _since) = (fields[2] * Tenth, fields[3] * Tenth, fields[4], _surroundings.Elapsed);
            Signals++;
        }

        return true;
    }
}
