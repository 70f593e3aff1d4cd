using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Api;

/// <summary>An answer as it was given the first time.</summary>
internal sealed record KeptAnswer(int Status, string? ContentType, byte[] Body)
{
    internal async Task ReplayAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = ContentType;
        context.Response.Headers["Idempotent-Replay"] = "true";
        await context.Response.Body.WriteAsync(Body, context.RequestAborted);
    }
}
