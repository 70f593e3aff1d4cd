namespace Bridge.Console.SignIn;

/// <summary>What is asked next of whoever signs in.</summary>
public enum SignInStep
{
    /// <summary>The accounts cannot be used; nobody signs in.</summary>
    Closed,

    /// <summary>There is no account yet.</summary>
    FirstAccount,
    Password,
    Code,

    /// <summary>His posts need an authenticator, and he has none.</summary>
    Authenticator,

    /// <summary>A key was made for it; a code of it is asked for.</summary>
    AuthenticatorKey,
    Post,

    /// <summary>He has no post that he could take here.</summary>
    NoPost,

    /// <summary>He has taken a post.</summary>
    Done,
}
