using System.Data.Common;
using System.Text.Json;
using Bridge.Host.Accounts;
using Bridge.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Api;

/// <summary>Turns what could not be read into a problem that names the member, and a full or broken disk into one that shows nothing.</summary>
internal sealed class ApiFaults(SecurityLog security, ILogger<ApiFaults> log)
{
    internal async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            await Read(context, refused).ExecuteAsync(context);
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException)
        {
            log.LogError(failure, "The accounts' file failed; request {Request}", context.TraceIdentifier);
            if (!context.Response.HasStarted)
            {
                await Answers.Problem(StatusCodes.Status503ServiceUnavailable, "accounts-unusable", $"The accounts cannot be reached; request {context.TraceIdentifier}.")
                    .ExecuteAsync(context);
            }
        }
    }

    private ProblemHttpResult Read(HttpContext context, BadHttpRequestException refused)
    {
        if (refused.StatusCode != StatusCodes.Status400BadRequest)
        {
            return Answers.Problem(refused.StatusCode, refused.StatusCode == StatusCodes.Status413PayloadTooLarge ? "too-large" : "malformed", "The request cannot be taken as it is.");
        }

        if (refused.InnerException is not JsonException wrong)
        {
            return Answers.BadRequest("malformed", "A value is missing or is not of its kind.");
        }

        if (!wrong.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
        {
            return Answers.BadRequest("malformed", $"The body cannot be read at {wrong.Path ?? "$"}.");
        }

        security.Tell(SecurityMatter.LyingClient, context.Features.Get<Caller>()?.Actor, "a member that is not known");
        return Answers.BadRequest("unknown-member", $"There is no member {wrong.Path ?? "$"} here.");
    }
}
