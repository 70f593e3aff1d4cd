using Bridge.Host.Accounts;
using Microsoft.AspNetCore.Builder;

namespace Bridge.Host.Api;

/// <summary>How an endpoint declares who may call it.</summary>
public static class EndpointRules
{
    public static T RequirePermission<T>(this T endpoint, Permission permission)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new ApiAccess.Needs(permission));

    public static T RequirePost<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new ApiAccess.WithPost());

    public static T SignedIn<T>(this T endpoint, bool pending = false)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new ApiAccess.SignedIn(pending));

    /// <summary>It opens: a desk that was left alone for two minutes is asked who sits there.</summary>
    public static T RequireAttended<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new AttendedOnly());

    /// <summary>Refused without an Idempotency-Key; the same key gives the same answer and acts once.</summary>
    public static T RequireIdempotencyKey<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new IdempotencyRuleBox(IdempotencyRule.Required));

    public static T AnswersSecret<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new IdempotencyRuleBox(IdempotencyRule.NotKept));
}
