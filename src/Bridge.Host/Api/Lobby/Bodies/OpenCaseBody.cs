using Bridge.Policy.Admission;

namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>A new case at a door.</summary>
public sealed record OpenCaseBody(string Door, Category Category, long? Former = null);
