using Bridge.Host.Configuration.Reading;
using Bridge.Host.Configuration.Text;
using Bridge.Policy;
using Bridge.Policy.Doors;

namespace Bridge.Host.Configuration.Sections;

/// <summary>The times of a door, with their limits and with defaults that fit each other.</summary>
internal sealed record DoorTimes(
    TimeSpan Release,
    TimeSpan ExtendedRelease,
    TimeSpan EntryWindow,
    TimeSpan Open,
    TimeSpan ExtendedOpen,
    TimeSpan PreAlarm,
    TimeSpan HoldPulse)
{
    private static readonly TimeSpan LongestRelease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestOpen = TimeSpan.FromMinutes(30);

    public static DoorTimes Read(Section section)
    {
        var second = TimeSpan.FromSeconds(1);
        var release = section.Duration("releaseTime", 5 * second, second, LongestRelease);
        var open = section.Duration("openTime", 30 * second, 2 * second, LongestOpen);
        var times = new DoorTimes(
            release,
            section.Duration("extendedReleaseTime", Shorter(2 * release, LongestRelease), second, LongestRelease),
            section.Duration("entryWindow", Longer(release, 10 * second), second, TimeSpan.FromMinutes(2)),
            open,
            section.Duration("extendedOpenTime", Shorter(2 * open, LongestOpen), 2 * second, LongestOpen),
            section.Duration("preAlarmTime", Shorter(10 * second, open / 2), TimeSpan.Zero, LongestOpen),
            section.Duration("holdPulse", 10 * second, 2 * second, LongestRelease));
        times.CheckOrder(section);
        return times;
    }

    public DoorRules ToRules(DoorId door, bool hasContact, bool hasLockSensor, bool fireRelease) =>
        new(door, Release, ExtendedRelease, EntryWindow, Open, ExtendedOpen, PreAlarm, HoldPulse, hasContact, hasLockSensor, fireRelease);

    private void CheckOrder(Section section)
    {
        AtLeast(section, "extendedReleaseTime", ExtendedRelease, "releaseTime", Release);
        AtLeast(section, "entryWindow", EntryWindow, "releaseTime", Release);
        AtLeast(section, "extendedOpenTime", ExtendedOpen, "openTime", Open);
        if (section.Find("preAlarmTime") is { } preAlarm && PreAlarm >= Open)
        {
            section.Findings.Expected(preAlarm, $"a time shorter than the openTime of {DurationText.Show(Open)}");
        }
    }

    private static void AtLeast(Section section, string key, TimeSpan time, string otherKey, TimeSpan other)
    {
        if (section.Find(key) is { } value && time < other)
        {
            section.Findings.Expected(value, $"at least the {otherKey} of {DurationText.Show(other)}");
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
