using Bridge.Console.Desk;
using Bridge.Host.Api.Lobby;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bridge.Host.Seats;

/// <summary>The API's answers in the words of the pages.</summary>
internal static class PageAnswers
{
    public static ActOutcome Read(IResult answer) => answer switch
    {
        ProblemHttpResult { ProblemDetails.Extensions: var more } => new ActOutcome(more.TryGetValue("code", out var code) ? code as string : "refused")
        {
            Missing = more.TryGetValue("missing", out var missing) && missing is string[] kinds ? [.. kinds.Select(kind => char.ToUpperInvariant(kind[0]) + kind[1..])] : [],
        },
        IValueHttpResult { Value: CaseView one } => new ActOutcome(null, one.Id),
        _ => new ActOutcome(null),
    };
}
