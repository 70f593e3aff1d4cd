using Bridge.Console.Wording;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Bridge.Console.SignIn;

/// <summary>A page of the sign-in: drawn by the server alone, so that it works without a script, and never kept by a browser or on the way.</summary>
public abstract class SignInSheet : ComponentBase
{
    [SupplyParameterFromQuery(Name = "lang")]
    public string? LanguageCode { get; set; }

    /// <summary>The page that somebody came from.</summary>
    [SupplyParameterFromQuery(Name = "then")]
    public string? Then { get; set; }

    /// <summary>What a refused request is told before a form was read.</summary>
    [SupplyParameterFromQuery(Name = "problem")]
    public string? Told { get; set; }

    [CascadingParameter]
    public HttpContext Context { get; set; } = null!;

    protected Phrases Words { get; private set; } = null!;

    protected SignInProblem? Problem { get; set; }

    [Inject]
    protected ISignIn Port { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    protected CancellationToken Stop => Context.RequestAborted;

    protected bool IsForm => HttpMethods.IsPost(Context.Request.Method);

    protected override void OnInitialized()
    {
        Words = Phrases.For(DisplayLanguages.FromCode(LanguageCode));
        Context.Response.Headers.CacheControl = "no-store";
        Problem = IsForm ? null : Told switch
        {
            "too-many" => SignInProblem.TooMany,
            "old-page" => SignInProblem.OldPage,
            _ => null,
        };
    }

    /// <summary>A page of the sign-in in the same language, and with the same place to go on to.</summary>
    protected string Address(string page) => ReturnAddress.Own(Then) is { } then
        ? $"{page}?lang={Words.Language.Code()}&then={Uri.EscapeDataString(then)}"
        : $"{page}?lang={Words.Language.Code()}";
}
