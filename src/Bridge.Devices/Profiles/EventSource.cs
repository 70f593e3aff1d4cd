namespace Bridge.Devices.Profiles;

/// <summary>
/// A memory of card and PIN reads in the device. The window shows the event after the read pointer; writing the pointer forgets up to it.
/// Sequence numbers have 16 bits and go from 65535 to 1; 0 means none. All registers but the pointer are of <see cref="Table"/>.
/// </summary>
public sealed record EventSource(
    string Name,
    PointTable Table,
    ushort NewestAddress,
    ushort OldestAddress,
    PointSource? Overflow,
    EventWindow Window,
    ushort ReadPointerAddress);
