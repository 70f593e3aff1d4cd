namespace Bridge.Policy;

/// <summary>What happened around an account or a client that somebody should look at.</summary>
public enum SecurityMatter
{
    SignedIn,
    SignInFailed,
    LockedOut,
    SecondFactorFailed,
    SecondFactorChanged,
    SignedOut,
    PostTaken,
    ForbiddenRequest,
    CrossSiteRequest,

    /// <summary>A client claimed what the server knows to be untrue.</summary>
    LyingClient,
    TokenRefused,
    FirstAdministratorCreated,
    UserChanged,
    PasswordChanged,
    ClientChanged,
    DeskEnrolled,
    DeskRevoked,
    PersonUnmasked,
    PersonErased,
}
