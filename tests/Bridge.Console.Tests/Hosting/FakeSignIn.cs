using Bridge.Console.Doors;
using Bridge.Console.Seats;
using Bridge.Console.SignIn;
using Microsoft.AspNetCore.Http;

namespace Bridge.Console.Tests.Hosting;

/// <summary>A sign-in at the step that a test wants. What is right is always the same; what was given is remembered.</summary>
internal sealed class FakeSignIn : ISignIn, ISeat
{
    public const string Password = "correct horse battery";
    public const string Code = "123456";

    private readonly Lock _gate = new();
    private readonly List<string> _given = [];

    public SignInView View { get; set; } = new(SignInStep.Password);

    /// <summary>What the view is after the next step that is taken.</summary>
    public SignInView? Next { get; set; }

    public SeatView? Sitting { get; set; }

    public CancellationToken Ended => CancellationToken.None;

    public IReadOnlyList<string> Given
    {
        get
        {
            lock (_gate)
            {
                return [.. _given];
            }
        }
    }

    public static SignInView AtPosts(SeatRole? taken, params IReadOnlyList<SeatRole> roles) => new(taken is null ? SignInStep.Post : SignInStep.Done)
    {
        Person = "王芳",
        Taken = taken,
        Posts = [.. roles.Select((role, number) => new PostChoice(number, role, SeatPages.PathOf(role) == "/desk" ? new DisplayName("A 座大堂", "Tower A lobby") : null, role == taken))],
    };

    public Task<SignInView> FindAsync(HttpContext context, CancellationToken cancellationToken) => Task.FromResult(View);

    public Task<SignInProblem?> GivePasswordAsync(HttpContext context, string name, string password, CancellationToken cancellationToken) =>
        Take($"password {name} {password}", password == Password, SignInProblem.Refused);

    public Task<SignInProblem?> GiveCodeAsync(HttpContext context, string code, CancellationToken cancellationToken) =>
        Take($"code {code}", code == Code, SignInProblem.CodeRefused);

    public Task<SignInProblem?> BeginAuthenticatorAsync(HttpContext context, CancellationToken cancellationToken) => Take("authenticator", true, SignInProblem.BeginAgain);

    public Task<SignInProblem?> ConfirmAuthenticatorAsync(HttpContext context, string code, CancellationToken cancellationToken) =>
        Take($"confirm {code}", code == Code, SignInProblem.CodeRefused);

    public Task<SignInProblem?> TakePostAsync(HttpContext context, int post, CancellationToken cancellationToken) =>
        Take($"post {post}", post >= 0 && post < View.Posts.Length, SignInProblem.PostRefused);

    public Task SignOutAsync(HttpContext context, CancellationToken cancellationToken) => Take("out", true, SignInProblem.BeginAgain);

    public Task<SignInProblem?> MakeFirstAsync(string code, string name, string password, CancellationToken cancellationToken) =>
        Take($"first {code} {name} {password}", code == Code, SignInProblem.OneTimeCodeRefused);

    public Task<SignInProblem?> SetPasswordAsync(string name, string code, string password, CancellationToken cancellationToken) =>
        Take($"set {name} {code} {password}", code == Code, SignInProblem.OneTimeCodeRefused);

    Task<SeatView?> ISeat.FindAsync(CancellationToken cancellationToken) => Task.FromResult(Sitting);

    public Task<bool> AttendAsync(string password, CancellationToken cancellationToken) => Task.FromResult(false);

    public void Stay()
    {
    }

    public void Shown()
    {
    }

    private Task<SignInProblem?> Take(string what, bool right, SignInProblem problem)
    {
        lock (_gate)
        {
            _given.Add(what);
        }

        View = right && Next is not null ? Next : View;
        return Task.FromResult<SignInProblem?>(right ? null : problem);
    }
}
