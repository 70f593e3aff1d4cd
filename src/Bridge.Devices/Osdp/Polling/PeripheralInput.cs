namespace Bridge.Devices.Osdp.Polling;

/// <param name="Now">On the line's clock.</param>
/// <param name="IsPoll">The command that it answers was a bare POLL.</param>
/// <param name="Features">With the answer to CAP: what the reader says it has.</param>
internal readonly record struct PeripheralInput(
    PeripheralInputKind Kind, TimeSpan Now, bool IsPoll = false, PeripheralFeatures Features = PeripheralFeatures.None);
