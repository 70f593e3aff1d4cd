namespace Bridge.Console.Doors;

/// <summary>One thing about a door that somebody has to look at.</summary>
/// <param name="Key">The phrase that says it.</param>
public sealed record AlarmNotice(DoorView Door, string Key, Look Look)
{
    /// <summary>The notices of a door, loudest first.</summary>
    public static IEnumerable<AlarmNotice> Of(DoorView door)
    {
        if (door.Alarm != AlarmState.Normal)
        {
            var tone = door.Alarm == AlarmState.OpenTooLongWarning ? Tone.Warning : Tone.Critical;
            yield return new AlarmNotice(door, $"alarm.{door.Alarm}", new Look("alarm", tone));
        }

        if (door.LockFoundReleased)
        {
            yield return new AlarmNotice(door, "alarm.LockFoundReleased", new Look("lock-open", Tone.Critical));
        }

        if (door.Tamper)
        {
            yield return new AlarmNotice(door, "alarm.Tamper", new Look("tamper", Tone.Critical));
        }

        if (door.Fault)
        {
            yield return new AlarmNotice(door, "alarm.Fault", new Look("fault", Tone.Warning));
        }
    }
}
