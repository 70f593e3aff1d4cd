namespace Bridge.Host.Api;

/// <summary>What an endpoint says of Idempotency-Key. Without a rule a POST may carry one.</summary>
public enum IdempotencyRule
{
    /// <summary>Refused without a key: it opens something.</summary>
    Required,

    /// <summary>The answer holds a secret and is not kept.</summary>
    NotKept,
}
