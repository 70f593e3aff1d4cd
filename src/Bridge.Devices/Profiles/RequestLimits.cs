namespace Bridge.Devices.Profiles;

/// <summary>How reads may be put together for a device.</summary>
/// <param name="MergeGap">Addresses nobody asked for that may be read along to save a request; 0 where unused addresses answer with an exception.</param>
public sealed record RequestLimits(int MergeGap, int MaximumRegisters, int MaximumBits)
{
    public static RequestLimits Default { get; } = new(8, 64, 512);
}
