using Bridge.Devices.Osdp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Host.Operator;

/// <summary>Enrolments over the control socket: begun, followed and called off.</summary>
internal static class EnrolmentRoutes
{
    public static void Map(IEndpointRouteBuilder local, EnrolmentDesk desk)
    {
        local.MapPost("/readers/{reader}/enrolment", (string reader, int minutes, bool fromDefaultKey, CancellationToken stop) =>
            BeginAsync(desk, reader, minutes, fromDefaultKey, stop));
        local.MapGet("/readers/{reader}/enrolment", (string reader) => desk.Report(reader) is { } report
            ? Results.Ok(report)
            : Results.Problem($"There was no enrolment of {reader} since the service started.", statusCode: StatusCodes.Status404NotFound));
        local.MapDelete("/readers/{reader}/enrolment", (string reader) => desk.Cancel(reader)
            ? Results.Accepted()
            : Results.Problem($"No enrolment of {reader} is under way.", statusCode: StatusCodes.Status404NotFound));
    }

    private static async Task<IResult> BeginAsync(EnrolmentDesk desk, string reader, int minutes, bool fromDefaultKey, CancellationToken cancellationToken)
    {
        if (minutes < 1 || minutes > OsdpEnrolment.Longest.TotalMinutes)
        {
            return Results.Problem($"An enrolment lasts 1 to {OsdpEnrolment.Longest.TotalMinutes:0} minutes, not {minutes}.", statusCode: StatusCodes.Status400BadRequest);
        }

        return await desk.BeginAsync(reader, TimeSpan.FromMinutes(minutes), fromDefaultKey, cancellationToken) is { } refusal
            ? Results.Problem(refusal, statusCode: StatusCodes.Status409Conflict)
            : Results.Accepted();
    }
}
