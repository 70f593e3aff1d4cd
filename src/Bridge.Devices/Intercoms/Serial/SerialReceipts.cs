using Bridge.Devices.Doors;

namespace Bridge.Devices.Intercoms.Serial;

/// <summary>
/// Which lines have come, which of them the host has stored, and which are to be acknowledged. A device repeats a line until it is acknowledged, word for
/// word: a repeat is not told again, and when the host has stored it, it is acknowledged again.
/// </summary>
internal sealed class SerialReceipts(UnitMemory memory, uint firstNumber)
{
    /// <summary>A device keeps 64; so many it can repeat after a long outage.</summary>
    private const int MostKnown = 128;

    private readonly List<(uint Sequence, int Text)> _known = [];
    private readonly List<(uint Sequence, uint Number)> _waiting = [];
    private readonly Queue<uint> _due = new();
    private uint _next = firstNumber;
    private uint _last;

    public bool IsFull => _waiting.Count >= MostKnown / 2;

    /// <summary>True for a repeat; it is acknowledged when what it repeats has been.</summary>
    public bool IsRepeat(uint sequence, ReadOnlySpan<byte> line)
    {
        if (!_known.Contains((sequence, Hash(line))))
        {
            return false;
        }

        if (!_waiting.Exists(waiting => waiting.Sequence == sequence))
        {
            _due.Enqueue(sequence);
        }

        return true;
    }

    /// <summary>The device counts from one again: it has restarted without telling.</summary>
    public bool IsFromTheStart(uint sequence) => sequence == 1 && _last > 1;

    /// <summary>The number under which the host is to confirm the line.</summary>
    public uint Add(uint sequence, ReadOnlySpan<byte> line)
    {
        if (_known.Count == MostKnown)
        {
            _known.RemoveAt(0);
        }

        _known.Add((sequence, Hash(line)));
        _last = sequence;
        var number = _next;

        // 0 means that nothing is kept.
        _next = _next == uint.MaxValue ? 1 : _next + 1;
        _waiting.Add((sequence, number));
        return number;
    }

    /// <summary>Nobody has to store it.</summary>
    public void Settle(uint number)
    {
        if (_waiting.Find(waiting => waiting.Number == number) is { Number: not 0 } settled)
        {
            _waiting.Remove(settled);
            _due.Enqueue(settled.Sequence);
        }
    }

    /// <summary>The next line to acknowledge; null when there is none.</summary>
    public uint? Next()
    {
        foreach (var (_, number) in _waiting.Where(waiting => memory.IsConfirmed(waiting.Number)).ToList())
        {
            memory.Forgotten(number);
            Settle(number);
        }

        return _due.TryDequeue(out var sequence) ? sequence : null;
    }

    /// <summary>After a restart of the device the numbers begin anew; what it had told is stored all the same.</summary>
    public void Forget()
    {
        _known.Clear();
        _waiting.Clear();
        _due.Clear();
        _last = 0;
    }

    private static int Hash(ReadOnlySpan<byte> line)
    {
        var hash = default(HashCode);
        hash.AddBytes(line);
        return hash.ToHashCode();
    }
}
