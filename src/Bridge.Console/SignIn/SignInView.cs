using System.Collections.Immutable;
using Bridge.Console.Seats;

namespace Bridge.Console.SignIn;

/// <summary>How far somebody has come.</summary>
public sealed record SignInView(SignInStep Step)
{
    /// <summary>As colleagues know him; null before the password.</summary>
    public string? Person { get; init; }

    /// <summary>The posts that he may take with what he has shown.</summary>
    public ImmutableArray<PostChoice> Posts { get; init; } = [];

    /// <summary>The one that he has taken; its role decides where he goes.</summary>
    public SeatRole? Taken { get; init; }

    /// <summary>For his authenticator, in base32.</summary>
    public string? AuthenticatorKey { get; init; }

    /// <summary>The same as a link that an app on this machine opens.</summary>
    public string? AuthenticatorAddress { get; init; }
}
