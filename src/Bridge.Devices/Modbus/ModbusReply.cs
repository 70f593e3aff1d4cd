namespace Bridge.Devices.Modbus;

/// <summary>The result of one transaction. A value: steady polling allocates nothing.</summary>
/// <param name="Count">Registers or bits received into the caller's buffer.</param>
public readonly record struct ModbusReply(ModbusOutcome Outcome, byte ExceptionCode, int Count)
{
    public bool IsOk => Outcome == ModbusOutcome.Ok;
}
