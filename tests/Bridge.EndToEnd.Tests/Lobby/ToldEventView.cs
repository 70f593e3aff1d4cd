namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>An event of a case as it was heard at the broker.</summary>
public sealed record ToldEventView(string Kind, string Payload);
