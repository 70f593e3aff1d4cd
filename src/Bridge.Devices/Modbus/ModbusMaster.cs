using System.Buffers.Binary;
using System.Text;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Modbus;

/// <summary>
/// A Modbus master on one open link: synchronous, for one thread. A reply is believed only if unit, function, length, echo and CRC or header are
/// exactly those of the request; everything else is discarded while the time-out keeps running. Steady use allocates nothing.
/// </summary>
/// <remarks>
/// <para><see cref="IByteLink.Interrupt"/> never tears a transaction apart. It ends <see cref="Idle"/>, it ends a read that is still waiting for the line
/// (quarantine, silence) with <see cref="ModbusOutcome.NotSent"/>, and it stops further retries; writes keep waiting. Look into the queue after every
/// call: an interrupt may have been used up.</para>
/// <para>On serial framings the call after a <see cref="ModbusOutcome.TimedOut"/> or <see cref="ModbusOutcome.Garbled"/> waits out the late-reply window
/// (see <see cref="QuarantineScope"/>) and asks the unit an unmistakable question first. When that is not answered, a read ends like the
/// question did and a write ends with <see cref="ModbusOutcome.NotSent"/>: in that case nothing of it was on the wire.</para>
/// </remarks>
public sealed class ModbusMaster(IByteLink link, ModbusFraming framing, ModbusTiming timing, TimeProvider time)
{
    private const int MostIdentificationParts = 16;

    private readonly ModbusRequest _request = new();

    private readonly IModbusExchange _exchange = framing switch
    {
        ModbusFraming.Tcp => new TcpExchange(link, time),
        ModbusFraming.Rtu => new SerialExchange(link, timing, time),
        ModbusFraming.RtuOverTcp => new SerialExchange(link, timing, time),
    };

    /// <summary>Give the same object to each master of a line so that the counts survive reconnects.</summary>
    public ModbusCounters Counters
    {
        get => _exchange.Counters;
        init => _exchange.Counters = value;
    }

    /// <summary>Calls in a row, of any unit, that got no believable answer. On TCP more than three mean: close and connect again.</summary>
    public int SilentInARow { get; private set; }

    /// <summary>The <see cref="TimeProvider.GetTimestamp"/> of the last believed answer, 0 before the first: for the watchdog that re-opens a silent line.</summary>
    public long LastAnswerAt { get; private set; }

    /// <summary>How long a call to this unit would first wait for a late answer. Whoever has other units to ask asks those meanwhile.</summary>
    public TimeSpan HeldBack(byte unit) => _exchange.HeldBack(unit);

    /// <summary>Waits, throwing away what comes in. <see cref="LinkReadKind.TimedOut"/> is the normal end; a lost link and an interrupt end it early.</summary>
    public LinkReadKind Idle(TimeSpan atMost) => _exchange.Idle(atMost);

    /// <summary>Functions 1 and 2. 1 to 2000 values.</summary>
    public ModbusReply ReadBits(byte unit, ModbusTable table, ushort address, Span<bool> values, ModbusCallOptions options = default)
    {
        CheckQuantity(values.Length, 2000);
        var function = table switch
        {
            ModbusTable.Coils => (byte)1,
            ModbusTable.DiscreteInputs => (byte)2,
            ModbusTable.HoldingRegisters or ModbusTable.InputRegisters => throw new ArgumentOutOfRangeException(nameof(table), table, "not bits"),
        };
        ModbusFunctions.ReadBits(_request, unit, function, address, values.Length);
        var reply = Ask(options);
        if (reply.IsOk)
        {
            var data = _exchange.Answer[2..];
            for (var index = 0; index < values.Length; index++)
            {
                values[index] = (data[index >> 3] & (1 << (index & 7))) != 0;
            }
        }

        return WithCount(reply, values.Length);
    }

    /// <summary>Functions 3 and 4. 1 to 125 values.</summary>
    public ModbusReply ReadRegisters(byte unit, ModbusTable table, ushort address, Span<ushort> values, ModbusCallOptions options = default)
    {
        CheckQuantity(values.Length, 125);
        var function = table switch
        {
            ModbusTable.HoldingRegisters => (byte)3,
            ModbusTable.InputRegisters => (byte)4,
            ModbusTable.Coils or ModbusTable.DiscreteInputs => throw new ArgumentOutOfRangeException(nameof(table), table, "not registers"),
        };
        ModbusFunctions.ReadRegisters(_request, unit, function, address, values.Length);
        return TakeRegisters(Ask(options), values);
    }

    /// <summary>Function 5 with any raw value: 0xFF00 on, 0x0000 off; vendors put pulse times there.</summary>
    public ModbusReply WriteCoil(byte unit, ushort address, ushort value, ModbusCallOptions options = default)
    {
        ModbusFunctions.WriteSingle(_request, unit, 5, address, value);
        return Ask(options);
    }

    /// <summary>Function 6.</summary>
    public ModbusReply WriteRegister(byte unit, ushort address, ushort value, ModbusCallOptions options = default)
    {
        ModbusFunctions.WriteSingle(_request, unit, 6, address, value);
        return Ask(options);
    }

    /// <summary>Function 15. 1 to 1968 values.</summary>
    public ModbusReply WriteCoils(byte unit, ushort address, ReadOnlySpan<bool> values, ModbusCallOptions options = default)
    {
        CheckQuantity(values.Length, 1968);
        ModbusFunctions.WriteCoils(_request, unit, address, values);
        return Ask(options);
    }

    /// <summary>Function 16. 1 to 123 values.</summary>
    public ModbusReply WriteRegisters(byte unit, ushort address, ReadOnlySpan<ushort> values, ModbusCallOptions options = default)
    {
        CheckQuantity(values.Length, 123);
        ModbusFunctions.WriteRegisters(_request, unit, address, values);
        return Ask(options);
    }

    /// <summary>Function 22: new = (current AND and) OR (or AND NOT and).</summary>
    public ModbusReply MaskWriteRegister(byte unit, ushort address, ushort andMask, ushort orMask, ModbusCallOptions options = default)
    {
        ModbusFunctions.MaskWrite(_request, unit, address, andMask, orMask);
        return Ask(options);
    }

    /// <summary>Function 23: writes 1 to 121 registers, then reads 1 to 125. Counts as a write: never repeated. Not for broadcasts.</summary>
    public ModbusReply ReadWriteRegisters(
        byte unit, ushort readAddress, Span<ushort> values, ushort writeAddress, ReadOnlySpan<ushort> written, ModbusCallOptions options = default)
    {
        CheckQuantity(values.Length, 125);
        CheckQuantity(written.Length, 121);
        ModbusFunctions.ReadWrite(_request, unit, readAddress, values.Length, writeAddress, written);
        return TakeRegisters(Ask(options), values);
    }

    /// <summary>Function 8. Sub-function 0 returns <paramref name="data"/>; 0x0B to 0x12 are counters. Serial units only.</summary>
    public ModbusReply Diagnostics(byte unit, ushort subFunction, ushort data, out ushort answer, ModbusCallOptions options = default)
    {
        ModbusFunctions.Diagnostics(_request, unit, subFunction, data);
        var reply = Ask(options);
        answer = reply.IsOk && !IsBroadcast ? BinaryPrimitives.ReadUInt16BigEndian(_exchange.Answer[3..]) : (ushort)0;
        return reply;
    }

    /// <summary>Function 17: what the unit says of itself, in its own format. The count is in the reply; give 251 bytes to get all of it.</summary>
    public ModbusReply ReportServerId(byte unit, Span<byte> data, ModbusCallOptions options = default)
    {
        ModbusFunctions.ReportServerId(_request, unit);
        var reply = Ask(options);
        if (!reply.IsOk)
        {
            return reply;
        }

        var said = _exchange.Answer[2..];
        var count = Math.Min(said.Length, data.Length);
        said[..count].CopyTo(data);
        return reply with { Count = count };
    }

    /// <summary>
    /// Function 43/14. Asks until the unit says that nothing follows. <paramref name="level"/>: 1 basic, 2 regular, 3 extended. The texts are read as
    /// UTF-8, which ASCII is.
    /// </summary>
    public ModbusReply ReadDeviceIdentification(byte unit, byte level, ICollection<ModbusIdentityObject> objects, ModbusCallOptions options = default)
    {
        byte next = 0;
        var reply = default(ModbusReply);
        for (var part = 0; part < MostIdentificationParts; part++)
        {
            ModbusFunctions.Identification(_request, unit, level, next);
            reply = Ask(options);
            if (!reply.IsOk)
            {
                return reply;
            }

            var answer = _exchange.Answer;
            var rest = answer[7..];
            for (var remaining = answer[6]; remaining > 0; remaining--)
            {
                objects.Add(new ModbusIdentityObject(rest[0], Encoding.UTF8.GetString(rest.Slice(2, rest[1]))));
                rest = rest[(2 + rest[1])..];
            }

            if (answer[4] == 0 || answer[5] <= next)
            {
                break;
            }

            next = answer[5];
        }

        return reply with { Count = objects.Count };
    }

    /// <summary>On TCP unit 0 is the device itself, and it answers.</summary>
    private bool IsBroadcast => _request.Unit == 0 && framing != ModbusFraming.Tcp;

    private static void CheckQuantity(int quantity, int most)
    {
        ArgumentOutOfRangeException.ThrowIfZero(quantity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quantity, most);
    }

    private static bool IsSilence(ModbusOutcome outcome) => outcome is ModbusOutcome.TimedOut or ModbusOutcome.Garbled;

    private static ModbusReply WithCount(ModbusReply reply, int count) => reply.IsOk ? reply with { Count = count } : reply;

    private ModbusReply TakeRegisters(ModbusReply reply, Span<ushort> values)
    {
        if (reply.IsOk)
        {
            var data = _exchange.Answer[2..];
            for (var index = 0; index < values.Length; index++)
            {
                values[index] = BinaryPrimitives.ReadUInt16BigEndian(data[(2 * index)..]);
            }
        }

        return WithCount(reply, values.Length);
    }

    private ModbusReply Ask(ModbusCallOptions options)
    {
        if (IsBroadcast && _request.Expectation.Shape != ReplyShape.Echo)
        {
            throw new InvalidOperationException("A broadcast cannot be answered: nothing can be read from unit 0 on a serial line.");
        }

        _request.Timeout = options.ResponseTimeout ?? timing.ResponseTimeout;
        var retries = _request.IsRead ? options.ReadRetries ?? timing.ReadRetries : 0;
        var reply = AskOnce();
        while (retries-- > 0 && IsSilence(reply.Outcome) && !_exchange.WasInterrupted)
        {
            Counters.CountRetry();
            var again = AskOnce();
            if (again.Outcome == ModbusOutcome.NotSent)
            {
                break;
            }

            reply = again;
        }

        return reply;
    }

    private ModbusReply AskOnce()
    {
        var outcome = _exchange.Transact(_request);
        if (outcome != ModbusOutcome.Ok)
        {
            SilentInARow = IsSilence(outcome) ? unchecked(SilentInARow + 1) : SilentInARow;
            return new ModbusReply(outcome, 0, 0);
        }

        if (IsBroadcast)
        {
            return new ModbusReply(ModbusOutcome.Ok, 0, 0);
        }

        SilentInARow = 0;
        LastAnswerAt = time.GetTimestamp();
        var answer = _exchange.Answer;
        if (!ReplyExpectation.IsException(answer))
        {
            return new ModbusReply(ModbusOutcome.Ok, 0, 0);
        }

        Counters.CountException();
        return new ModbusReply(ModbusOutcome.Exception, answer[1], 0);
    }
}
