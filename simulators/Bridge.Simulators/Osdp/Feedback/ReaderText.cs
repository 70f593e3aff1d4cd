using System.Text;
using Bridge.Simulators.Clocks;

namespace Bridge.Simulators.Osdp.Feedback;

/// <summary>The display of a reader: one text that stays, and one over it for some seconds.</summary>
public sealed class ReaderText
{
    private const int HeaderLength = 6;
    private readonly Surroundings _surroundings;
    private readonly bool _exists;
    private string _temporary = "";
    private TimeSpan _temporaryUntil;

    internal ReaderText(Surroundings surroundings, bool exists)
    {
        _surroundings = surroundings;
        _exists = exists;
    }

    /// <summary>What the display shows when no temporary text is over it.</summary>
    public string Permanent { get; private set; } = "";

    public string Shown
    {
        get
        {
            lock (_surroundings.Gate)
            {
                return _surroundings.Elapsed < _temporaryUntil ? _temporary : Permanent;
            }
        }
    }

    internal void Reset() => (Permanent, _temporaryUntil) = ("", TimeSpan.Zero);

    /// <summary>Executes a command; false when it asks for something impossible.</summary>
    internal bool Command(ReadOnlySpan<byte> fields)
    {
        var text = fields[HeaderLength..];
        if (!_exists || fields[0] != 0 || fields[1] is 0 or > 4 || fields[3] == 0 || fields[4] == 0 || text.ContainsAnyExceptInRange((byte)0x20, (byte)0x7E))
        {
            return false;
        }

        if (fields[1] <= 2)
        {
            Permanent = Encoding.ASCII.GetString(text);
        }
        else
        {
            _temporary = Encoding.ASCII.GetString(text);
            _temporaryUntil = _surroundings.Elapsed + TimeSpan.FromSeconds(fields[2]);
        }

        return true;
    }

    /// <summary>The length field and the length agree.</summary>
    internal static bool Fits(ReadOnlySpan<byte> fields) => fields.Length >= HeaderLength && fields.Length == HeaderLength + fields[5];
}
