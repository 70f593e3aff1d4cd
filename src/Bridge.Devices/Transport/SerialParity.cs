namespace Bridge.Devices.Transport;

public enum SerialParity
{
    None,
    Even,
    Odd,
}
