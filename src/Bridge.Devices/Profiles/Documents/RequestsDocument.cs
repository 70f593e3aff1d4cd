namespace Bridge.Devices.Profiles.Documents;

internal sealed record RequestsDocument
{
    public int MergeGap { get; init; } = RequestLimits.Default.MergeGap;

    public int MaximumRegisters { get; init; } = RequestLimits.Default.MaximumRegisters;

    public int MaximumBits { get; init; } = RequestLimits.Default.MaximumBits;
}
