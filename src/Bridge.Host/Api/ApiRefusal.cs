using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Api;

/// <summary>A refusal of the gate: 403 with its code.</summary>
internal sealed record ApiRefusal(string Code, string Detail) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Answers.Forbidden(Code, Detail).ExecuteAsync(httpContext);
}
