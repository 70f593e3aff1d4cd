namespace Bridge.Simulators.Wire;

/// <summary>One request as it came off a wire. <paramref name="Transaction"/> is 0 on RTU.</summary>
public readonly record struct Request(ushort Transaction, byte Unit, ReadOnlyMemory<byte> Body);
