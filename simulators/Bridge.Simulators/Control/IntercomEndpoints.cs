using Bridge.Simulators.Building;
using Bridge.Simulators.Intercoms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Simulators.Control;

internal static class IntercomEndpoints
{
    private const int MostCopies = 8;
    private const int MostBadChecks = 100;

    public static void Map(IEndpointRouteBuilder routes, World world)
    {
        routes.MapGet("/intercoms/{id}", (string id) => On(world, id, intercom => Results.Ok(IntercomView.Of(intercom))));
        routes.MapPost("/intercoms/{id}/units/{unit}", (string id, string unit, UnitConduct conduct) => On(world, id, intercom => Conduct(intercom, unit, conduct)));
        routes.MapPost("/intercoms/{id}/panels/{panel}/call/{unit}", (string id, string panel, string unit) => On(world, id, intercom => Call(intercom, panel, unit)));
        routes.MapPost("/intercoms/{id}/panels/{panel}/hangup", (string id, string panel) => On(world, id, intercom => HangUp(intercom, panel)));
        routes.MapPost("/intercoms/{id}/panels/{panel}/unlock", (string id, string panel) => On(world, id, intercom => Done(() => intercom.Board.PressUnlock(panel))));
        routes.MapPost("/intercoms/{id}/panels/{panel}/tamper", (string id, string panel) => On(world, id, intercom => Done(() => intercom.SetTamper(panel, true))));
        routes.MapPost("/intercoms/{id}/panels/{panel}/untamper", (string id, string panel) => On(world, id, intercom => Done(() => intercom.SetTamper(panel, false))));
        routes.MapPost("/intercoms/{id}/faults", (string id, IntercomFaults faults) => On(world, id, intercom => Spoil(intercom, faults)));
        routes.MapPost("/intercoms/{id}/restart", (string id) => On(world, id, intercom => Done(intercom.Restart)));
    }

    private static IResult Conduct(ISimulatedIntercom intercom, string unit, UnitConduct conduct) => conduct.Objection() is { } objection
        ? Results.BadRequest(new Refusal(objection))
        : Done(() => intercom.Board.Conduct(unit, conduct));

    private static IResult Call(ISimulatedIntercom intercom, string panel, string unit) => intercom.Board.Call(panel, unit) is { } call
        ? Results.Ok(call)
        : Results.Conflict(new Refusal($"The panel {panel} is in a call."));

    private static IResult HangUp(ISimulatedIntercom intercom, string panel) => intercom.Board.HangUp(panel)
        ? Results.NoContent()
        : Results.Conflict(new Refusal($"The panel {panel} is in no call."));

    private static IResult Spoil(ISimulatedIntercom intercom, IntercomFaults faults) =>
        faults is not { Copies: >= 0 and <= MostCopies, BadChecks: >= 0 and <= MostBadChecks }
            ? Results.BadRequest(new Refusal($"Copies are 0 to {MostCopies}, bad checks 0 to {MostBadChecks}."))
            : Done(() => intercom.SetFaults(faults));

    private static IResult Done(Action act)
    {
        act();
        return Results.NoContent();
    }

    private static IResult On(World world, string id, Func<ISimulatedIntercom, IResult> act) => world.Intercoms.TryGetValue(id, out var intercom)
        ? act(intercom)
        : Results.NotFound(new Refusal($"There is no intercom {id}; there are {string.Join(", ", world.Intercoms.Keys)}."));
}
