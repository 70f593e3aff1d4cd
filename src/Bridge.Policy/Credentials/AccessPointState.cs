namespace Bridge.Policy.Credentials;

/// <summary>One access point: the half-finished card-and-PIN, the wrong PINs counted so far, the lock-out, and the last read seen.</summary>
public sealed record AccessPointState(AccessPointId AccessPoint)
{
    /// <summary>The device's number of the last read that was looked at; 0 for none.</summary>
    public uint LastRead { get; init; }

    /// <summary>The card that waits for its PIN.</summary>
    public PendingCard? PendingCard { get; init; }

    /// <summary>Wrong PINs since the last one that opened or the last lock-out.</summary>
    public int WrongPins { get; init; }

    /// <summary>Lock-outs since the last PIN that opened: each doubles the next.</summary>
    public int Lockouts { get; init; }

    /// <summary>PINs are refused before this moment; null while there is no lock-out.</summary>
    public TimeSpan? LockedUntil { get; init; }

    /// <summary>The earliest timer of this access point, on <see cref="Moment.Elapsed"/>.</summary>
    public TimeSpan? NextDue() => DueMoments.Earlier(PendingCard?.Until, LockedUntil);
}
