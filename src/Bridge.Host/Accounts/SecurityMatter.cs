namespace Bridge.Host.Accounts;

/// <summary>What the security log tells of.</summary>
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
    LyingClient,
    TokenRefused,
    FirstAdministratorCreated,
    UserChanged,
    PasswordChanged,
    ClientChanged,
    DeskEnrolled,
    DeskRevoked,
}
