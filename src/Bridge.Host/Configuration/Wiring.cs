namespace Bridge.Host.Configuration;

/// <summary>Which device point stands for what in the building.</summary>
public sealed record Wiring(
    IReadOnlyList<DoorWiring> Doors,
    IReadOnlyList<AccessPointWiring> AccessPoints,
    IReadOnlyList<FireInputWiring> FireInputs)
{
    public IReadOnlyList<IntercomWiring> Intercoms { get; init; } = [];

    public IReadOnlyList<LobbyWiring> Lobbies { get; init; } = [];
}
