using Admission = Bridge.Policy.Admission;

namespace Bridge.Host.Api.Lobby;

/// <summary>A sealed row, and what the journal calls it.</summary>
public sealed record Sealed(Admission.SealedPerson Reference, Journal.Records.SealedPerson Row);
