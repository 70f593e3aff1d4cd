using System.CommandLine;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge modbus: Modbus units and their lines.</summary>
internal static class ModbusVerb
{
    public static Command Create() => new("modbus", "Look after Modbus units and their lines.")
    {
        ModbusScanVerb.Create(),
        ModbusWatchVerb.Create(),
        ModbusTimeoutVerb.Create(),
    };
}
