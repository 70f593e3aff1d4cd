namespace Bridge.Outbound;

/// <summary>Why a connection is gone.</summary>
/// <param name="TakenOver">Another client has connected under our name: reconnecting at once would start a tug of war.</param>
public sealed record ConnectionLoss(string Reason, bool TakenOver);
