namespace Bridge.Console.Supervision;

/// <summary>A message that the outside will never take.</summary>
/// <param name="Sequence">Of its entry in the journal.</param>
/// <param name="At">When it was set aside, in the site's time zone.</param>
public sealed record ParkedRow(long Id, long Sequence, string Topic, DateTimeOffset At, string Reason);
