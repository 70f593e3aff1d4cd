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

    LinkReadKind Idle(TimeSpan atMost);
}
