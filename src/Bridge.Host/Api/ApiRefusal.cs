using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Api;

/// <summary>A refusal of the gate: 403 with its code.</summary>
internal sealed record ApiRefusal(string Code, string Detail)
{
    public IResult Answer => Answers.Forbidden(Code, Detail);
}
