using System.Collections.Immutable;

namespace Bridge.Console.Supervision;

/// <summary>One line with what hangs on it.</summary>
public sealed record LineRow(string Id, bool IsUp, ImmutableArray<DeviceRow> Devices)
{
    public long Transactions { get; init; }

    public long Timeouts { get; init; }

    public long CheckErrors { get; init; }

    /// <summary>Bytes that nobody sent.</summary>
    public long StrayBytes { get; init; }

    public long Reconnects { get; init; }
}
