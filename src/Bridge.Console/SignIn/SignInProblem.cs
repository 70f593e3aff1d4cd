namespace Bridge.Console.SignIn;

/// <summary>Why a step was not taken. None of them tells whether somebody has that name.</summary>
public enum SignInProblem
{
    Refused,
    CodeRefused,
    PostRefused,

    /// <summary>Too much time passed between two steps, or another window ended the session.</summary>
    BeginAgain,

    /// <summary>The page is of another session, or very old.</summary>
    OldPage,
    TooMany,
    OneTimeCodeRefused,
    PasswordUnfit,
    NameUnfit,
    Closed,
}
