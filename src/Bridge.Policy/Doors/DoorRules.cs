namespace Bridge.Policy.Doors;

/// <summary>The rules of one door. All spans are ONVIF door timings.</summary>
/// <param name="ReleaseTime">Release of the lock until it relocks unless opened; the length of the device's pulse.</param>
/// <param name="EntryWindow">
/// Grant until "not taken" when nobody opened; at least the release time. An opening within it belongs to the grant, also when the lock has secured
/// already: a strike may hold the door free until it is opened once, a leaf may be pulled before the bolt is home, and the contact is read later than
/// the leaf moved. Whoever wants no such grace sets it to the release time.
/// </param>
/// <param name="OpenTime">Opened until the open-too-long alarm.</param>
/// <param name="PreAlarmTime">How long before that alarm the warning comes; zero for none.</param>
/// <param name="HoldPulse">The pulse that is renewed while the door is held unlocked; the device ends it by itself if the host dies.</param>
/// <param name="FireRelease">Released by the fire inputs.</param>
public sealed record DoorRules(
    DoorId Door,
    TimeSpan ReleaseTime,
    TimeSpan ExtendedReleaseTime,
    TimeSpan EntryWindow,
    TimeSpan OpenTime,
    TimeSpan ExtendedOpenTime,
    TimeSpan PreAlarmTime,
    TimeSpan HoldPulse,
    bool HasContact,
    bool HasLockSensor,
    bool FireRelease)
{
    public bool HasTamper { get; init; }
}
