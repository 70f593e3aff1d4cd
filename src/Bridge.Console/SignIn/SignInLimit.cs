namespace Bridge.Console.SignIn;

/// <summary>The limit of attempts from one address that stands before each form of the sign-in.</summary>
public static class SignInLimit
{
    /// <summary>By which the service that hosts the pages knows it.</summary>
    public const string Name = "sign-in";

    /// <summary>The pages whose forms it counts.</summary>
    public static IReadOnlyList<string> Pages { get; } = ["/sign-in", "/first-account", "/set-password"];
}
