namespace Bridge.Devices.Profiles;

/// <summary>
/// A memory of card and PIN reads in the device. The window shows the event after the read pointer; writing the pointer forgets up to it.
/// Sequence numbers have 16 bits and go from 65535 to 1; 0 means none. All registers but the two holding registers are of <see cref="Table"/>.
/// </summary>
/// <param name="LookAheadAddress">
/// Holding register that makes the window skip so many events, until the read pointer moves: so later reads can be obeyed while an earlier one
/// cannot be stored. Null where the device has none; then one unconfirmed read holds back those behind it.
/// </param>
public sealed record EventSource(
    string Name,
    PointTable Table,
    ushort NewestAddress,
    ushort OldestAddress,
    PointSource? Overflow,
    EventWindow Window,
    ushort ReadPointerAddress,
    ushort? LookAheadAddress);
