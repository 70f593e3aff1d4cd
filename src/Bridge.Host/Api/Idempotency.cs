using System.Security.Cryptography;
using Bridge.Host.Accounts;
using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Api;

/// <summary>The same key with the same body gives the same answer and acts once; with another body it is refused.</summary>
internal sealed class Idempotency(IdempotencyBook book)
{
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 128;
    private const int LongestAnswer = 64 * 1024;

    internal async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        var rule = context.GetEndpoint()?.Metadata.GetMetadata<IdempotencyRuleBox>()?.Rule;
        var key = context.Request.Headers[Header].ToString();
        if (!HttpMethods.IsPost(context.Request.Method) || rule == IdempotencyRule.NotKept || context.Features.Get<Caller>() is not { } caller)
        {
            await next(context);
            return;
        }

        if (key.Length is 0 or > LongestKey)
        {
            await (rule == IdempotencyRule.Required || key.Length > 0
                ? Answers.BadRequest("idempotency-key", $"Send a header {Header} of 1 to {LongestKey} characters, the same when you try again.").ExecuteAsync(context)
                : next(context));
            return;
        }

        var scope = $"{caller.Actor} {caller.Post} {context.Request.Path} {key}";
        var body = await DigestAsync(context);
        var (entry, isNew) = book.Enter(scope, body);
        await (entry switch
        {
            _ when isNew => ActAsync(context, next, scope, body),
            { Body: var other } when other != body => Answers.Problem(422, "idempotency-key-reused", "This key was used for another request.").ExecuteAsync(context),
            { Answer: { } answer } => answer.ReplayAsync(context),
            _ => Answers.Problem(StatusCodes.Status409Conflict, "in-progress", "The first request with this key is still worked on.").ExecuteAsync(context),
        });
    }

    private async Task ActAsync(HttpContext context, RequestDelegate next, string scope, string body)
    {
        var wire = context.Response.Body;
        using var kept = new MemoryStream();
        context.Response.Body = kept;
        var settled = false;
        try
        {
            await next(context);
            if (context.Response.StatusCode < 500 && kept.Length <= LongestAnswer)
            {
                book.Settle(scope, body, new KeptAnswer(context.Response.StatusCode, context.Response.ContentType, kept.ToArray()));
                settled = true;
            }
        }
        finally
        {
            context.Response.Body = wire;
            if (!settled)
            {
                book.Forget(scope);
            }
        }

        kept.Position = 0;
        await kept.CopyToAsync(wire, context.RequestAborted);
    }

    private static async Task<string> DigestAsync(HttpContext context)
    {
        context.Request.EnableBuffering();
        var hash = await SHA256.HashDataAsync(context.Request.Body, context.RequestAborted);
        context.Request.Body.Position = 0;
        return Convert.ToHexString(hash);
    }
}
