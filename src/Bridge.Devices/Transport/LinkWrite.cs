namespace Bridge.Devices.Transport;

public enum LinkWrite
{
    Sent,
    Lost,
}
