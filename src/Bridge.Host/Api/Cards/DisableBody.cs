namespace Bridge.Host.Api.Cards;

internal sealed record DisableBody(OffReason Reason);
