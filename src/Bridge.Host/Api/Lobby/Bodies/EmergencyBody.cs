using Bridge.Policy.Admission;

namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>Who has to come in at once, and where.</summary>
public sealed record EmergencyBody(string Door, EmergencyReason Reason);
