using System.Text.Json.Serialization;

namespace Bridge.Simulators.Osdp.Lines;

/// <summary>How fast a line is. Without a speed bytes take no time, and only the turnaround is kept.</summary>
public sealed record LinePace
{
    public static readonly TimeSpan LongestTurnaround = TimeSpan.FromMilliseconds(250);
    private const int BitsPerCharacter = 10;

    /// <summary>As fast as the machine can.</summary>
    public static LinePace Unlimited { get; } = new();

    /// <summary>0 for no limit.</summary>
    public int BitsPerSecond { get; init; }

    /// <summary>
    /// The line is as fast as the host has set its terminal, and readers that listen at another speed hear nothing. Without effect where there is no
    /// terminal.
    /// </summary>
    public bool FollowsTerminal { get; init; }

    /// <summary>From the end of a command to the start of its reply, 0 to 250 ms.</summary>
    public TimeSpan Turnaround { get; init; }

    /// <summary>Silence before each packet, in characters.</summary>
    public double IdleCharacters { get; init; } = 2;

    /// <summary>So many bytes come out together when the last of them is due, as from the buffer of a serial chip.</summary>
    public int BytesTogether { get; init; } = 8;

    [JsonIgnore]
    public bool IsLimited => BitsPerSecond > 0;

    /// <summary>How long so many characters take.</summary>
    public TimeSpan Characters(double count) =>
        IsLimited ? TimeSpan.FromTicks((long)(count * BitsPerCharacter * TimeSpan.TicksPerSecond / BitsPerSecond)) : TimeSpan.Zero;

    /// <summary>The pace for a host whose port has this speed.</summary>
    public LinePace For(int? hostSpeed) =>
        FollowsTerminal && IsLimited && hostSpeed is { } speed && speed != BitsPerSecond ? this with { BitsPerSecond = speed } : this;

    /// <summary>The speed at which a reader must listen to hear that host; null where any will do.</summary>
    public int? Audible(int? hostSpeed) => FollowsTerminal && hostSpeed is not null ? hostSpeed : IsLimited ? BitsPerSecond : null;

    /// <summary>Why it cannot be; null if it can.</summary>
    public string? Objection() =>
        Turnaround < TimeSpan.Zero || Turnaround > LongestTurnaround ? "The turnaround is 0 to 250 ms."
        : BitsPerSecond is < 0 or > 1_000_000 ? "The speed is 0 for no limit, or up to 1000000 bits per second."
        : IdleCharacters is < 0 or > 100 || BytesTogether is < 1 or > 1440 ? "Idle is 0 to 100 characters, and 1 to 1440 bytes come together."
        : null;
}
