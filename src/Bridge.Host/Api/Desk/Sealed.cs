using Policy = Bridge.Policy.Admission;

namespace Bridge.Host.Api.Desk;

/// <summary>A sealed row, and what the journal calls it.</summary>
public sealed record Sealed(Policy.SealedPerson Reference, Journal.Records.SealedPerson Row);
