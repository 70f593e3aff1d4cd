using Microsoft.AspNetCore.Http;

namespace Bridge.Console.SignIn;

/// <summary>The port through which the sign-in pages ask and act. What strengthens a session writes its cookie into the answer of the request.</summary>
public interface ISignIn
{
    /// <summary>How far whoever asks has come.</summary>
    Task<SignInView> FindAsync(HttpContext context, CancellationToken cancellationToken);

    /// <returns>Null when the password was right.</returns>
    Task<SignInProblem?> GivePasswordAsync(HttpContext context, string name, string password, CancellationToken cancellationToken);

    /// <returns>Null when the code was right.</returns>
    Task<SignInProblem?> GiveCodeAsync(HttpContext context, string code, CancellationToken cancellationToken);

    /// <summary>A new key for the person's authenticator; afterwards the view has it.</summary>
    Task<SignInProblem?> BeginAuthenticatorAsync(HttpContext context, CancellationToken cancellationToken);

    /// <returns>Null when the code was of that key, which is in force now.</returns>
    Task<SignInProblem?> ConfirmAuthenticatorAsync(HttpContext context, string code, CancellationToken cancellationToken);

    /// <param name="post">The number of one of the view's posts.</param>
    Task<SignInProblem?> TakePostAsync(HttpContext context, int post, CancellationToken cancellationToken);

    Task SignOutAsync(HttpContext context, CancellationToken cancellationToken);

    /// <summary>The first administrator's account.</summary>
    Task<SignInProblem?> MakeFirstAsync(string code, string name, string password, CancellationToken cancellationToken);

    /// <summary>A password of one's own, with the one-time code of an administrator.</summary>
    Task<SignInProblem?> SetPasswordAsync(string name, string code, string password, CancellationToken cancellationToken);
}
