namespace Bridge.Devices.Osdp.Security;

/// <summary>Fills bytes with unpredictable ones: <see cref="System.Security.Cryptography.RandomNumberGenerator.Fill"/>, fixed only in tests.</summary>
internal delegate void RandomFill(Span<byte> bytes);
