namespace Bridge.Devices.Profiles;

/// <summary>The registers that give a restart away.</summary>
public sealed record RestartSign(RestartSignKind Kind, PointTable Table, ushort Address, int Registers, bool LowWordFirst);
