namespace Bridge.Devices.Intercoms;

/// <summary>What a driver understood from its device, before it is known whether it makes sense.</summary>
/// <param name="CallId">Empty outside of a call.</param>
/// <param name="Number">For <see cref="IDeviceLine.Confirm"/>; 0 when the device keeps nothing.</param>
internal sealed record IntercomSign(string Panel, string? Unit, string CallId, uint Sequence, IntercomCallKind Kind)
{
    public IntercomEndReason? Reason { get; init; }

    public uint Number { get; init; }

    /// <summary>It happened during the call, and nothing says that it was the called unit.</summary>
    public bool IsUnnamed { get; init; }
}
