namespace Bridge.Devices.Osdp.Polling;

/// <summary>Where a reader is heard.</summary>
internal readonly record struct PeripheralPlace(byte Address, int BitsPerSecond)
{
    public override string ToString() => $"address {Address}, {BitsPerSecond} bit/s";
}
