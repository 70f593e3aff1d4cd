namespace Bridge.Devices.Modbus;

/// <summary>One object of a device identification: 0 vendor, 1 product code, 2 revision, 3 URL, 4 product name, 5 model, 6 application.</summary>
public sealed record ModbusIdentityObject(byte Id, string Text);
