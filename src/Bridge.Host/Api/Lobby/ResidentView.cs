namespace Bridge.Host.Api.Lobby;

/// <summary>A resident, for the desk that has to know him.</summary>
public sealed record ResidentView(string Id, string Unit, string Name);
