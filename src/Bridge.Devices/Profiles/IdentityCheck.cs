namespace Bridge.Devices.Profiles;

/// <summary>What the device must say about itself at connect; another answer means another map, and nothing is written to it.</summary>
/// <param name="Words">The registers' values.</param>
public sealed record IdentityCheck(string Name, PointTable Table, ushort Address, IReadOnlyList<ushort> Words);
