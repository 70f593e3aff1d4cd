namespace Bridge.Policy;

/// <summary>What happened around an account or a client that somebody should look at.</summary>
public enum SecurityMatter
{
    SignInFailed,
    LockedOut,
    SecondFactorFailed,
    ForbiddenRequest,

    /// <summary>A client claimed what the server knows to be untrue.</summary>
    LyingClient,
    TokenRefused,
    FirstAdministratorCreated,
    AccountChanged,
    DeskEnrolled,
    DeskRevoked,
    PersonUnmasked,
    PersonErased,
}
