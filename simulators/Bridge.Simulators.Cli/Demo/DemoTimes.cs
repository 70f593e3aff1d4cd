namespace Bridge.Simulators.Cli.Demo;

/// <summary>Door times of the demo, and how long a unit is rung at before that is an attempt.</summary>
internal sealed record DemoTimes(string Release, string EntryWindow, string Open, string PreAlarm, string Ring)
{
    /// <summary>For a person who watches.</summary>
    public static DemoTimes Real { get; } = new("5 s", "8 s", "20 s", "8 s", "20 s");

    /// <summary>For a morning in half a minute.</summary>
    public static DemoTimes Short { get; } = new("1 s", "1 s", "2 s", "1 s", "10 s");

    public string ToJson() =>
        $"\"releaseTime\": \"{Release}\", \"extendedReleaseTime\": \"{Release}\", \"entryWindow\": \"{EntryWindow}\", "
        + $"\"openTime\": \"{Open}\", \"extendedOpenTime\": \"{Open}\", \"preAlarmTime\": \"{PreAlarm}\", \"fireRelease\": true";
}
