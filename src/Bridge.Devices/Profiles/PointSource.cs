namespace Bridge.Devices.Profiles;

/// <summary>Where a yes or no is read.</summary>
/// <param name="Address">The 0-based address of the protocol.</param>
/// <param name="Bit">Of a register: which bit, 0 to 15; null for the whole register.</param>
/// <param name="OnValue">Of a whole register: the value that means on; null for "anything but 0".</param>
public sealed record PointSource(PointTable Table, ushort Address, int? Bit, ushort? OnValue)
{
    public bool IsBitTable => Table is PointTable.Coil or PointTable.Discrete;

    /// <summary>What the raw value (0 or 1 of a bit table, the word of a register table) says.</summary>
    public bool IsOn(ushort raw) => (Bit, OnValue) switch
    {
        ({ } bit, _) => ((raw >> bit) & 1) != 0,
        (_, { } on) => raw == on,
        _ => raw != 0,
    };
}
