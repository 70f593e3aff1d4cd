namespace Bridge.Outbound;

/// <summary>The result of delivering a run of messages.</summary>
/// <param name="Acknowledged">How many from the beginning were confirmed; only these may be forgotten.</param>
/// <param name="Outcome">Delivered when all were; otherwise what became of message number <paramref name="Acknowledged"/> (from 0).</param>
public sealed record DeliveryReport(int Acknowledged, DeliveryResult Outcome);
