namespace Bridge.Devices.Profiles;

/// <summary>The write that starts a pulse whose length was written before.</summary>
/// <param name="Registers">Of a holding register: 1 or 2 words (the value in the low one).</param>
public sealed record StartWrite(RegisterWrite Write, int Registers);
