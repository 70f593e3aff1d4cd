namespace Bridge.Host.Api;

/// <summary>Endpoint metadata are classes; this holds the rule.</summary>
public sealed record IdempotencyRuleBox(IdempotencyRule Rule);
