using Bridge.Policy;

namespace Bridge.Host.Accounts;

/// <summary>One line of the security log.</summary>
/// <param name="Actor">Opaque; null when nobody is known.</param>
/// <param name="Detail">A few words of ours: never a name, a secret or anything that a client wrote.</param>
public sealed record SecurityRemark(SecurityMatter Matter, ActorId? Actor, string Detail);
