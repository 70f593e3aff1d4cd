namespace Bridge.Devices.Osdp.Messages.Replies;

/// <summary>One line of PDCAP. What compliance and number mean depends on the function; for buffer sizes they are low and high byte.</summary>
internal readonly record struct Capability(CapabilityFunction Function, byte Compliance, byte Number)
{
    public int Size => Compliance | (Number << 8);
}
