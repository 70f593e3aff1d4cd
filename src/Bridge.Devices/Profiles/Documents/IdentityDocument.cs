namespace Bridge.Devices.Profiles.Documents;

/// <summary>Either <see cref="Words"/> or <see cref="Text"/>, whose characters are two to a register, the first in the high byte.</summary>
internal sealed record IdentityDocument
{
    public required string Name { get; init; }

    public required PointTable Table { get; init; }

    public required ushort Address { get; init; }

    public IReadOnlyList<ushort>? Words { get; init; }

    public string? Text { get; init; }
}
