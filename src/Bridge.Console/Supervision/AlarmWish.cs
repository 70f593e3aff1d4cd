namespace Bridge.Console.Supervision;

/// <summary>What a person does about an alarm.</summary>
/// <param name="Comment">What it was; for closing it, and sealed.</param>
public sealed record AlarmWish(long Alarm, AlarmKey Key, string? Comment);
