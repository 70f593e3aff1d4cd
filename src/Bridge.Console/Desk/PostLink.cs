using Bridge.Console.Seats;

namespace Bridge.Console.Desk;

/// <summary>A post that the desk works with, and whether somebody is there.</summary>
/// <param name="Heard">How long ago, at the moment of the picture; null when never since the service started.</param>
public sealed record PostLink(SeatRole Role, TimeSpan? Heard)
{
    // Its page is drawn anew each second; this long without one, and its browser or its link is away.
    private static readonly TimeSpan LostAfter = TimeSpan.FromSeconds(15);

    /// <param name="since">The age of the picture.</param>
    public bool IsLost(TimeSpan since) => Heard is not { } heard || heard + since > LostAfter;
}
