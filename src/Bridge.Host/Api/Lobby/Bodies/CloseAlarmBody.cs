namespace Bridge.Host.Api.Lobby.Bodies;

/// <param name="Comment">What it was; sealed, and never in the journal.</param>
public sealed record CloseAlarmBody(string Comment);
