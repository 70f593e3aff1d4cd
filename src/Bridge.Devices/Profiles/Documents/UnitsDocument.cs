namespace Bridge.Devices.Profiles.Documents;

internal sealed record UnitsDocument
{
    public required decimal Milliseconds { get; init; }

    public long Minimum { get; init; } = 1;

    public required long Maximum { get; init; }
}
