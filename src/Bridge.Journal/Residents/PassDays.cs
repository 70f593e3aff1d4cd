namespace Bridge.Journal.Residents;

/// <summary>The weekdays of a pass; the numbers stand in the file.</summary>
[Flags]
public enum PassDays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    All = 127,
}
