namespace Bridge.Devices.Modbus;

/// <summary>The four address spaces. Addresses are the zero-based ones on the wire: Modicon's 40001 is holding register 0.</summary>
public enum ModbusTable
{
    /// <summary>Read with function 1, written with 5 and 15.</summary>
    Coils,

    /// <summary>Read with function 2.</summary>
    DiscreteInputs,

    /// <summary>Read with function 3, written with 6, 16, 22 and 23.</summary>
    HoldingRegisters,

    /// <summary>Read with function 4.</summary>
    InputRegisters,
}
