using System.Collections.Immutable;
using Bridge.Console.Doors;

namespace Bridge.Console.Supervision;

/// <summary>One way to the outside.</summary>
/// <param name="Since">When the link came or went, in the site's time zone.</param>
public sealed record ChannelRow(string Name, LinkHealth Link, DateTimeOffset Since, TimeSpan LinkAge)
{
    /// <summary>Why there is no link, where that is known.</summary>
    public string? Reason { get; init; }

    public long Waiting { get; init; }

    /// <summary>How long the oldest has waited; null when none waits.</summary>
    public TimeSpan? OldestAge { get; init; }

    public long Parked { get; init; }

    /// <summary>Taken by the other side since the start of the service.</summary>
    public long Confirmed { get; init; }

    /// <summary>Null when none was since the start.</summary>
    public TimeSpan? LastConfirmedAge { get; init; }

    /// <summary>The oldest of what is parked.</summary>
    public ImmutableArray<ParkedRow> ParkedRows { get; init; } = [];
}
