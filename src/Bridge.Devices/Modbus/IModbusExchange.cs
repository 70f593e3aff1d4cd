using Bridge.Devices.Transport;

namespace Bridge.Devices.Modbus;

/// <summary>Carries one request over the link and finds the answer: one implementation per framing.</summary>
internal interface IModbusExchange
{
    ModbusCounters Counters { get; set; }

    /// <summary>The PDU of the last answer; valid until the next call.</summary>
    ReadOnlySpan<byte> Answer { get; }

    /// <summary>An interrupt came while the last answer was awaited.</summary>
    bool WasInterrupted { get; }

    /// <summary>Sends once and waits. <see cref="ModbusOutcome.Ok"/> also for an exception reply: it is an answer.</summary>
    ModbusOutcome Transact(ModbusRequest request);

    /// <summary>How long a request to this unit would wait for an answer that is still owed; zero when it may go at once.</summary>
    TimeSpan HeldBack(byte unit);

    LinkReadKind Idle(TimeSpan atMost);
}
