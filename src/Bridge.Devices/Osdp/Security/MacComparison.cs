namespace Bridge.Devices.Osdp.Security;

/// <summary>Whether two authentication codes are equal, in a time that does not depend on where they differ.</summary>
internal delegate bool MacComparison(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> received);
