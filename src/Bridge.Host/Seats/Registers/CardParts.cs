using Bridge.Host.Api.Cards;

namespace Bridge.Host.Seats.Registers;

/// <summary>What answers the API about cards.</summary>
internal sealed record CardParts(CredentialShelf Shelf, CredentialOffice Office);
