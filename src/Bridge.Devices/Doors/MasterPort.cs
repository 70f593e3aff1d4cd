using Bridge.Devices.Modbus;
using Bridge.Devices.Profiles;

namespace Bridge.Devices.Doors;

/// <summary>The master as the units of one session use it: in the profile's words, watching whether anybody answers at all.</summary>
internal sealed class MasterPort(ModbusMaster master, MonotonicClock clock, IReadOnlyDictionary<byte, UnitFigures> figures)
{
    private readonly bool[] _silent = new bool[256];

    public bool IsLost { get; private set; }

    /// <summary>Since when everything that was asked stayed without a well-formed answer; null while somebody answers, or nobody is asked.</summary>
    public TimeSpan? SilentSince { get; private set; }

    /// <summary>When it was last asked, nothing believable came.</summary>
    public bool IsSilent(byte unit) => _silent[unit];

    /// <summary>How long a request to this unit would wait for a late answer, and the whole line with it.</summary>
    public TimeSpan HeldBack(byte unit) => master.HeldBack(unit);

    public static bool IsSilence(ModbusReply reply) => reply.Outcome switch
    {
        ModbusOutcome.Ok => false,
        ModbusOutcome.Exception => Gateway.SaysNobodyIsThere(reply.ExceptionCode),
        ModbusOutcome.TimedOut or ModbusOutcome.Garbled or ModbusOutcome.LinkLost or ModbusOutcome.NotSent => true,
    };

    public ModbusReply Read(byte unit, PollRequest request, TimeSpan timeout) => Watch(unit, Begin(), request.IsBits
        ? master.ReadBits(unit, Table(request.Table), request.Address, request.Bits, Patience(timeout))
        : master.ReadRegisters(unit, Table(request.Table), request.Address, request.Words, Patience(timeout)));

    public ModbusReply Read(byte unit, PointTable table, ushort address, Span<ushort> words, TimeSpan timeout)
    {
        if (table is PointTable.Holding or PointTable.Input)
        {
            return Watch(unit, Begin(), master.ReadRegisters(unit, Table(table), address, words, Patience(timeout)));
        }

        Span<bool> bits = stackalloc bool[words.Length];
        var reply = Watch(unit, Begin(), master.ReadBits(unit, Table(table), address, bits, Patience(timeout)));
        for (var index = 0; index < bits.Length; index++)
        {
            words[index] = (ushort)(bits[index] ? 1 : 0);
        }

        return reply;
    }

    public ModbusReply Write(byte unit, RegisterWrite write, TimeSpan timeout) => Watch(unit, Begin(), write.Table == PointTable.Coil
        ? master.WriteCoil(unit, write.Address, write.Value, Patience(timeout))
        : master.WriteRegister(unit, write.Address, write.Value, Patience(timeout)));

    public ModbusReply Write(byte unit, ushort address, ReadOnlySpan<ushort> words, TimeSpan timeout) => Watch(unit, Begin(), words.Length == 1
        ? master.WriteRegister(unit, address, words[0], Patience(timeout))
        : master.WriteRegisters(unit, address, words, Patience(timeout)));

    private static ModbusCallOptions Patience(TimeSpan timeout) => new(ResponseTimeout: timeout, ReadRetries: 0);

    private static ModbusTable Table(PointTable table) => table switch
    {
        PointTable.Coil => ModbusTable.Coils,
        PointTable.Discrete => ModbusTable.DiscreteInputs,
        PointTable.Holding => ModbusTable.HoldingRegisters,
        PointTable.Input => ModbusTable.InputRegisters,
    };

    private (TimeSpan At, long CheckErrors, long Strangers) Begin() => (clock.Now, master.Counters.ChecksumErrors, master.Counters.UnexpectedReplies);

    private ModbusReply Watch(byte unit, (TimeSpan At, long CheckErrors, long Strangers) before, ModbusReply reply)
    {
        if (figures.TryGetValue(unit, out var counted))
        {
            counted.Count(reply, clock.Now - before.At);
            counted.CountTroubles(master.Counters.ChecksumErrors - before.CheckErrors, master.Counters.UnexpectedReplies - before.Strangers);
        }

        _silent[unit] = IsSilence(reply);
        IsLost |= reply.Outcome == ModbusOutcome.LinkLost;
        SilentSince = reply.Outcome is ModbusOutcome.Ok or ModbusOutcome.Exception ? null : SilentSince ?? clock.Now;

        return reply;
    }
}
