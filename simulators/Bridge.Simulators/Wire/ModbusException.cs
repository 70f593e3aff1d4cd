namespace Bridge.Simulators.Wire;

/// <summary>What a slave says when it will not.</summary>
public enum ModbusException
{
    None = 0,
    IllegalFunction = 1,
    IllegalAddress = 2,
    IllegalValue = 3,
    DeviceFailure = 4,
    Busy = 6,
}
