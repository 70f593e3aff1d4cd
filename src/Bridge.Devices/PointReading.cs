namespace Bridge.Devices;

/// <summary>On and off are after polarity: on means that what the point stands for is the case.</summary>
public enum PointReading
{
    Unknown,
    Off,
    On,
    Fault,
}
