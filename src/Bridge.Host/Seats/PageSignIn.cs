using Bridge.Console.SignIn;
using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Accounts.Store;
using Bridge.Host.Api;
using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Seats;

/// <summary>The sign-in pages, by the functions that answer the API.</summary>
internal sealed class PageSignIn(
    AccountsGate gate, SessionBook sessions, Credentials credentials, SigningIn signing, PasswordCodes codes, SeatNames names) : ISignIn
{
    // No account has more; what is longer is not worth hashing.
    private const int Longest = 256;

    public async Task<SignInView> FindAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (!await gate.WhenOpenedAsync(cancellationToken))
        {
            return new SignInView(SignInStep.Closed);
        }

        return Session(context) is { } session && await credentials.OfIdAsync(session.AccountId, cancellationToken) is { } account
            ? View(session, account)
            : new SignInView(codes.IsFirstOpen ? SignInStep.FirstAccount : SignInStep.Password);
    }

    public async Task<SignInProblem?> GivePasswordAsync(HttpContext context, string name, string password, CancellationToken cancellationToken) =>
        !await gate.WhenOpenedAsync(cancellationToken) ? SignInProblem.Closed
        : name.Length <= Longest && password.Length <= Longest && await signing.GivePasswordAsync(context, name.Trim(), password, cancellationToken) is not null ? null
        : SignInProblem.Refused;

    public Task<SignInProblem?> GiveCodeAsync(HttpContext context, string code, CancellationToken cancellationToken) =>
        OnSessionAsync(context, async session =>
            await signing.GiveCodeAsync(context, session, Digits(code), cancellationToken) is null ? SignInProblem.CodeRefused : null, cancellationToken);

    public Task<SignInProblem?> BeginAuthenticatorAsync(HttpContext context, CancellationToken cancellationToken) =>
        OnSessionAsync(context, async session => session.IsPending || await signing.BeginAuthenticatorAsync(session, cancellationToken) is not { Key: not null }
            ? SignInProblem.BeginAgain
            : null, cancellationToken);

    public Task<SignInProblem?> ConfirmAuthenticatorAsync(HttpContext context, string code, CancellationToken cancellationToken) =>
        OnSessionAsync(context, async session =>
            session.IsPending || await signing.ConfirmAuthenticatorAsync(context, session, Digits(code), cancellationToken) is null ? SignInProblem.CodeRefused : null,
            cancellationToken);

    public Task<SignInProblem?> TakePostAsync(HttpContext context, int post, CancellationToken cancellationToken) =>
        OnSessionAsync(context, async session =>
        {
            var posts = await credentials.OfIdAsync(session.AccountId, cancellationToken) is { } account ? SessionRules.Takeable(session, account) : [];
            return post >= 0 && post < posts.Count && (await signing.TakePostAsync(session, posts[post], cancellationToken)).Outcome == PostTaken.Taken
                ? null
                : SignInProblem.PostRefused;
        }, cancellationToken);

    public Task SignOutAsync(HttpContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        signing.SignOut(context, Session(context));
        return Task.CompletedTask;
    }

    public async Task<SignInProblem?> MakeFirstAsync(string code, string name, string password, CancellationToken cancellationToken) =>
        !await gate.WhenOpenedAsync(cancellationToken) ? SignInProblem.Closed : Problem(await codes.MakeFirstAsync(code, name.Trim(), password, cancellationToken));

    public async Task<SignInProblem?> SetPasswordAsync(string name, string code, string password, CancellationToken cancellationToken) =>
        !await gate.WhenOpenedAsync(cancellationToken) ? SignInProblem.Closed : Problem(await codes.SetAsync(name.Trim(), code, password, cancellationToken));

    private async Task<SignInProblem?> OnSessionAsync(HttpContext context, Func<Session, Task<SignInProblem?>> step, CancellationToken cancellationToken) =>
        !await gate.WhenOpenedAsync(cancellationToken) ? SignInProblem.Closed : Session(context) is { } session ? await step(session) : SignInProblem.BeginAgain;

    private Session? Session(HttpContext context) => ApiCookies.Read(context, ApiCookies.Session) is { } token ? sessions.Find(token) : null;

    private SignInView View(Session session, Account account)
    {
        var posts = SessionRules.Takeable(session, account);
        var begun = session.IsPending ? null : credentials.BegunKey(account);
        var step = (session, posts.Count) switch
        {
            ({ IsPending: true }, _) => SignInStep.Code,
            ({ Post: not null }, _) => SignInStep.Done,
            (_, > 0) => SignInStep.Post,
            _ when !account.TwoFactorEnabled && account.Posts.Count > 0 => begun is null ? SignInStep.Authenticator : SignInStep.AuthenticatorKey,
            _ => SignInStep.NoPost,
        };
        return new SignInView(step)
        {
            Person = account.DisplayName,
            Posts = [.. posts.Select((post, number) =>
                new PostChoice(number, SeatNames.Of(post.Role), post.Lobby is { } lobby ? names.Lobby(lobby) : null, post == session.Post))],
            Taken = session.Post is { } taken ? SeatNames.Of(taken.Role) : null,
            AuthenticatorKey = step == SignInStep.AuthenticatorKey ? begun : null,
            AuthenticatorAddress = step == SignInStep.AuthenticatorKey ? SecondFactor.Address(account.UserName!, begun!) : null,
        };
    }

    private static SignInProblem? Problem(CodeOutcome outcome) => outcome switch
    {
        CodeOutcome.Done => null,
        CodeOutcome.Refused => SignInProblem.OneTimeCodeRefused,
        CodeOutcome.PasswordFault => SignInProblem.PasswordUnfit,
        CodeOutcome.NameFault => SignInProblem.NameUnfit,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // As people type what an app shows in two groups.
    private static string Digits(string code) => string.Concat(code.Where(letter => !char.IsWhiteSpace(letter)));
}
