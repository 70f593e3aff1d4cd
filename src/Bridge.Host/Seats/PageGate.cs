using Bridge.Console.SignIn;
using Bridge.Host.Accounts;
using Bridge.Host.Api;
using Bridge.Policy;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Seats;

/// <summary>What stands before the pages: other sites neither send forms nor open a page's connection, and nobody is shown the inside of a failure.</summary>
internal sealed class PageGate(SecurityLog security)
{
    /// <summary>A link from elsewhere may be followed; nothing else.</summary>
    internal async Task RefuseForeignAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var acts = !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || request.Path.StartsWithSegments("/_blazor");
        if (acts && !request.Path.StartsWithSegments("/api") && CrossSite.IsForeign(request))
        {
            security.Tell(SecurityMatter.CrossSiteRequest, null, "from another site, at a page");
            await Answers.Forbidden("cross-site", "This request comes from another site.").ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    /// <summary>A form whose token does not fit its session any more is told so in words; it does nothing.</summary>
    internal static async Task TurnBackOldFormsAsync(HttpContext context, RequestDelegate next)
    {
        if (IsForm(context.Request) && context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            TurnBack(context, "old-page");
            return;
        }

        await next(context);
    }

    internal static bool IsForm(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && SignInLimit.Pages.Concat(["/sign-out", "/enrol-desk"]).Any(page => request.Path.Equals(page, StringComparison.OrdinalIgnoreCase));

    /// <summary>Back to the empty form, with the words that belong to this.</summary>
    internal static void TurnBack(HttpContext context, string problem)
    {
        var request = context.Request;
        var language = request.Query["lang"].ToString() == "en" ? "en" : "zh";
        var then = ReturnAddress.Own(request.Query["then"]) is { } own ? $"&then={Uri.EscapeDataString(own)}" : "";
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{request.Path.Value!.ToLowerInvariant()}?lang={language}&problem={problem}{then}";
    }

    /// <summary>What went wrong is in the log, under this number.</summary>
    internal static Task AnswerFailureAsync(HttpContext context) => Answers.Problem(
        context.Response.StatusCode, context.Response.StatusCode < StatusCodes.Status500InternalServerError ? "malformed" : "failure",
        $"The request could not be done; its number is {context.TraceIdentifier}.").ExecuteAsync(context);
}
