namespace Bridge.Devices.Modbus;

/// <summary>What one call wants different from the line's timing. The default value changes nothing.</summary>
/// <param name="ResponseTimeout">This unit's own <see cref="ModbusTiming.ResponseTimeout"/>; the late-reply window grows to at least twice of it.</param>
/// <param name="ReadRetries">This call's own <see cref="ModbusTiming.ReadRetries"/>: 0 for polls and for probing a dead unit.</param>
public readonly record struct ModbusCallOptions(TimeSpan? ResponseTimeout = null, int? ReadRetries = null);
