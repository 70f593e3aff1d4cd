using System.Collections.Immutable;

namespace Bridge.Policy.Credentials;

/// <summary>One access point: the half-finished card-and-PIN, the wrong PINs counted so far, the lock-out, and the last read seen.</summary>
public sealed record AccessPointState(AccessPointId AccessPoint)
{
    /// <summary>The device's number of the last read that was looked at; 0 for none.</summary>
    public uint LastRead { get; init; }

    /// <summary>The card that waits for its PIN.</summary>
    public PendingCard? PendingCard { get; init; }

    /// <summary>When wrong PINs were entered, oldest first: those that may still count, and never as many as a lock-out takes.</summary>
    public ImmutableList<TimeSpan> WrongPins { get; init; } = [];

    /// <summary>Lock-outs that followed one another: each doubles the next.</summary>
    public int Lockouts { get; init; }

    /// <summary>Until when the last lock-out was to last; null when there was none. One that comes long after it is a first one again.</summary>
    public TimeSpan? LastLockout { get; init; }

    /// <summary>PINs are refused before this moment; null while there is no lock-out.</summary>
    public TimeSpan? LockedUntil { get; init; }

    /// <summary>Its unit answers. Only of access points whose unit carries no lock: otherwise the door says it.</summary>
    public bool Online { get; init; }

    /// <summary>Whether anything that comes from it is obeyed.</summary>
    public ReaderTrust Trust { get; init; }

    /// <summary>The earliest timer of this access point, on <see cref="Moment.Elapsed"/>.</summary>
    public TimeSpan? NextDue() => DueMoments.Earlier(PendingCard?.Until, LockedUntil);
}
