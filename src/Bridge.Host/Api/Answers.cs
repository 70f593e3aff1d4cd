using Bridge.Host.Accounts;
using Bridge.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bridge.Host.Api;

/// <summary>Refusals as RFC 9457 problems. The code is for programs and does not change; the words may.</summary>
public static class Answers
{
    public static ProblemHttpResult Problem(int status, string code, string detail) =>
        TypedResults.Problem(detail, statusCode: status, type: $"urn:accessbridge:{code}", extensions: [new("code", code)]);

    public static ProblemHttpResult Forbidden(string code, string detail) => Problem(StatusCodes.Status403Forbidden, code, detail);

    public static ProblemHttpResult BadRequest(string code, string detail) => Problem(StatusCodes.Status400BadRequest, code, detail);

    /// <summary>The session was left alone for a while, and what is asked opens something.</summary>
    public static ProblemHttpResult SignInAgain() =>
        Forbidden("sign-in-again", "Nobody asked anything here for two minutes: say who you are, POST session/again.");

    /// <summary>The one answer for what is not there and for what belongs to another lobby.</summary>
    public static ProblemHttpResult NotFound() => Problem(StatusCodes.Status404NotFound, "not-found", "There is no such thing here.");

    /// <summary>What was found, when it is the caller's to see; otherwise as if it were not there.</summary>
    public static IResult InLobby<T>(Caller caller, Permission permission, T? found, Func<T, LobbyId?> lobby, Func<T, IResult> answer)
        where T : class => found is not null && caller.Has(permission, lobby(found)) ? answer(found) : NotFound();
}
