namespace Bridge.Host.ReadModel;

/// <summary>Since when each part of a door's state is as it is; null until it was first learned.</summary>
public sealed record DoorAges(
    DateTimeOffset? Mode,
    DateTimeOffset? Contact,
    DateTimeOffset? Lock,
    DateTimeOffset? Alarm,
    DateTimeOffset? Tamper,
    DateTimeOffset? Fault,
    DateTimeOffset? Online)
{
    public static DoorAges Unknown { get; } = new(null, null, null, null, null, null, null);
}
