using System.Collections.Immutable;
using Bridge.Policy.Doors;

namespace Bridge.Policy.Credentials;

/// <summary>One read at one known access point of one known door.</summary>
internal sealed record Attempt(
    BuildingRules Building,
    AccessPointRules Rules,
    AccessPointState Point,
    DoorState Door,
    CredentialRead Read,
    ImmutableSortedDictionary<CredentialId, CardGuesses> Guesses);
