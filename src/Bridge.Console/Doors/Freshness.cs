namespace Bridge.Console.Doors;

/// <summary>How old a picture is, and from when on it may not be believed.</summary>
public static class Freshness
{
    /// <summary>A picture older than this is late.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromSeconds(5);

    /// <summary>A picture older than this says nothing about now.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromSeconds(10);

    /// <summary>Never negative: a wall clock set back makes a picture young, not impossible.</summary>
    public static TimeSpan Age(DoorBoardView board, DateTimeOffset now) =>
        now > board.ObservedAt ? now - board.ObservedAt : TimeSpan.Zero;

    /// <summary>One silent door is a doubt to look into, not an alarm.</summary>
    public static Tone DoorTone(TimeSpan age) => age > LateAfter ? Doors.Tone.Warning : Doors.Tone.Plain;

    public static Tone Tone(TimeSpan age) =>
        age > StaleAfter ? Doors.Tone.Critical : age > LateAfter ? Doors.Tone.Warning : Doors.Tone.Plain;
}
