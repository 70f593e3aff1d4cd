using Bridge.Console.Seats;
using Bridge.Console.Wording;
using Microsoft.AspNetCore.Components;

namespace Bridge.Console.SignIn;

public sealed partial class SignInPage
{
    /// <summary>Somebody with a post wants another one.</summary>
    [SupplyParameterFromQuery(Name = "change")]
    public string? Change { get; set; }

    [SupplyParameterFromForm(FormName = "password", Name = "name")]
    private string? Name { get; set; }

    [SupplyParameterFromForm(FormName = "password", Name = "password")]
    private string? Password { get; set; }

    [SupplyParameterFromForm(FormName = "code", Name = "code")]
    private string? Code { get; set; }

    [SupplyParameterFromForm(FormName = "confirm", Name = "code")]
    private string? ConfirmingCode { get; set; }

    [SupplyParameterFromForm(FormName = "post", Name = "post")]
    private string? Post { get; set; }

    private SignInView View { get; set; } = new(SignInStep.Password);

    private SignInStep Shown { get; set; }

    private string TitleKey => Shown switch
    {
        SignInStep.Code => "signin.title.code",
        SignInStep.Authenticator or SignInStep.AuthenticatorKey => "signin.title.authenticator",
        SignInStep.Post or SignInStep.Done => "signin.title.post",
        _ => "signin.title",
    };

    private string Switch => Address("sign-in").Replace($"lang={Words.Language.Code()}", $"lang={Words.Language.Other().Code()}", StringComparison.Ordinal)
        + (Change is null ? "" : "&change=1");

    protected override async Task OnInitializedAsync()
    {
        View = await Port.FindAsync(Context, Stop);

        // The form that was sent is there to be found, whatever has become of its session meanwhile; the port judges it.
        Shown = IsForm ? await SentAsync() ?? View.Step : View.Step;
        if (!IsForm && View.Taken is { } role && Change is null && (ReturnAddress.Own(Then) is not { } then || ReturnAddress.IsOpenTo(then, role)))
        {
            Navigation.NavigateTo(Onward(role));
        }
    }

    private async Task GivePasswordAsync() => await GoOnAsync(await Port.GivePasswordAsync(Context, Name ?? "", Password ?? "", Stop));

    private async Task GiveCodeAsync() => await GoOnAsync(await Port.GiveCodeAsync(Context, Code ?? "", Stop));

    private async Task BeginAuthenticatorAsync() => await GoOnAsync(await Port.BeginAuthenticatorAsync(Context, Stop));

    private async Task ConfirmAuthenticatorAsync() => await GoOnAsync(await Port.ConfirmAuthenticatorAsync(Context, ConfirmingCode ?? "", Stop));

    private async Task TakePostAsync()
    {
        if (!int.TryParse(Post, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            await GoOnAsync(SignInProblem.PostRefused);
            return;
        }

        var problem = await Port.TakePostAsync(Context, number, Stop);
        if (problem is null && (await Port.FindAsync(Context, Stop)).Taken is { } role)
        {
            Navigation.NavigateTo(Onward(role));
            return;
        }

        await GoOnAsync(problem);
    }

    // A step that was taken is answered by a fresh page: going back or reloading sends nothing again.
    private async Task GoOnAsync(SignInProblem? problem)
    {
        if (problem is null)
        {
            Navigation.NavigateTo(Address("/sign-in"));
            return;
        }

        Problem = problem;
        View = await Port.FindAsync(Context, Stop);
        Shown = View.Step;
    }

    private string Onward(SeatRole role)
    {
        var own = ReturnAddress.Own(Then) is { } then && ReturnAddress.IsOpenTo(then, role) ? then : SeatPages.PathOf(role);
        return ReturnAddress.InLanguage(own, Words.Language);
    }

    private async Task<SignInStep?> SentAsync() => (await Context.Request.ReadFormAsync(Stop))["_handler"].ToString() switch
    {
        "password" => SignInStep.Password,
        "code" => SignInStep.Code,
        "authenticator" => SignInStep.Authenticator,
        "confirm" when View.AuthenticatorKey is not null => SignInStep.AuthenticatorKey,
        "post" => SignInStep.Post,
        _ => null,
    };
}
