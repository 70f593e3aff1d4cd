using Bridge.Devices.Profiles;

namespace Bridge.Devices.Doors;

/// <summary>One read of adjacent addresses, with room for its answer: polling allocates nothing.</summary>
internal sealed class PollRequest(PointTable table, ushort address, int count)
{
    private const int ExceptionsUntilFault = 3;
    private int _exceptions;

    public PointTable Table { get; } = table;

    public ushort Address { get; } = address;

    public int Count { get; } = count;

    public bool IsBits => Table is PointTable.Coil or PointTable.Discrete;

    public bool[] Bits { get; } = table is PointTable.Coil or PointTable.Discrete ? new bool[count] : [];

    public ushort[] Words { get; } = table is PointTable.Holding or PointTable.Input ? new ushort[count] : [];

    /// <summary>The values are of the last poll.</summary>
    public bool IsFresh { get; private set; }

    /// <summary>The device refuses this read again and again: its points are unreadable, not off.</summary>
    public bool IsRefused => _exceptions >= ExceptionsUntilFault;

    public bool Contains(PointTable table, ushort address) => table == Table && address >= Address && address < Address + Count;

    public ushort Raw(ushort address) => IsBits ? (ushort)(Bits[address - Address] ? 1 : 0) : Words[address - Address];

    public void Answered()
    {
        _exceptions = 0;
        IsFresh = true;
    }

    public void Refused()
    {
        _exceptions = Math.Min(_exceptions + 1, ExceptionsUntilFault);
        IsFresh = false;
    }
}
