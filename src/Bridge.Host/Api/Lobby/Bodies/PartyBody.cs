namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>Officers, or the people of a tour.</summary>
public sealed record PartyBody(string Name, string Organisation, string Purpose, int HeadCount = 1, string? DocumentType = null, string? DocumentLast4 = null);
