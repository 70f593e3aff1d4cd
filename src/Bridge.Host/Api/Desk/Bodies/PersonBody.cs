namespace Bridge.Host.Api.Desk.Bodies;

/// <summary>Who it is.</summary>
public sealed record PersonBody(string Name);
