using Bridge.Host.ReadModel;
using Bridge.Host.Runtime;
using Bridge.Policy;
using Bridge.Policy.Doors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Host.Operator;

/// <summary>
/// What a person on this machine may ask for, over a socket file that only the service's own user can open. The operating system is the sign-in;
/// nothing of this can be reached over a network.
/// </summary>
public sealed class ControlSocket(EngineQueue queue, EngineClock clock, BuildingMonitor monitor, DeviceFigures figures)
{
    public const string FileName = "control.sock";

    private static readonly ActorId Actor = new("local-operator");

    public void Map(IEndpointRouteBuilder routes)
    {
        var local = routes.MapGroup("/operator").AddEndpointFilter(OnlyFromTheSocketAsync);
        local.MapGet("/lines", () => TypedResults.Json(figures.Current, SiteFigures.Json));
        local.MapPost("/fire/acknowledge", (CancellationToken stop) => AskAsync(at => new PolicyInput.FireAcknowledged(at, Actor), stop));
        local.MapPost("/clock/accept", (CancellationToken stop) => AskAsync(AcceptClock, stop));
        local.MapPost("/doors/{door}/{request}", ChangeModeAsync);
        local.MapPost("/access-points/{accessPoint}/reset-lockout", (string accessPoint, CancellationToken stop) =>
            AskAsync(at => new PolicyInput.LockoutReset(at, new AccessPointId(accessPoint), Actor), stop));
    }

    // The moment that comes with the question was made before the answer to it.
    private PolicyInput.ClockAccepted AcceptClock(Moment asked)
    {
        clock.AcceptWall();
        return new PolicyInput.ClockAccepted(asked with { NotBefore = null }, Actor);
    }

    private async Task<IResult> ChangeModeAsync(string door, string request, CancellationToken cancellationToken)
    {
        var id = new DoorId(door);
        if (!monitor.Current.State.Doors.ContainsKey(id))
        {
            return TypedResults.Problem($"There is no door '{door}'.", statusCode: StatusCodes.Status404NotFound);
        }

        if (!Enum.TryParse<DoorModeRequest>(request.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var wanted) || char.IsAsciiDigit(request[0]))
        {
            return TypedResults.Problem($"'{request}' is not one of {string.Join(", ", Enum.GetNames<DoorModeRequest>())}.",
                statusCode: StatusCodes.Status400BadRequest);
        }

        return await AskAsync(at => new PolicyInput.ModeRequested(at, id, wanted, Actor), cancellationToken);
    }

    // Accepted means asked, not done: the answer is in the journal and on the page. While the journal fails nothing is asked for.
    private async Task<IResult> AskAsync(Func<Moment, PolicyInput> input, CancellationToken cancellationToken)
    {
        if (monitor.Current.Degraded)
        {
            return TypedResults.Problem("The journal cannot be written; nothing is changed until it can.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        await queue.PostAsync(new EngineItem.Asked(clock.Timestamp, input), cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    private static ValueTask<object?> OnlyFromTheSocketAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Connection.LocalIpAddress is null
            ? next(context)
            : ValueTask.FromResult<object?>(TypedResults.NotFound());
}
