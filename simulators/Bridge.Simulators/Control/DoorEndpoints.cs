using Bridge.Simulators.Building;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Simulators.Control;

internal static class DoorEndpoints
{
    private static readonly TimeSpan Passage = TimeSpan.FromSeconds(3);

    public static void Map(IEndpointRouteBuilder routes, World world) =>
        routes.MapPost("/doors/{id}/{act}", (string id, string act, double? seconds) =>
            world.Doors.TryGetValue(id, out var door)
                ? Act(door, act, seconds)
                : Results.NotFound(new Refusal($"There is no door {id}; there are {string.Join(", ", world.Doors.Keys)}.")));

    private static IResult Act(SimulatedDoor door, string act, double? seconds)
    {
        var time = seconds is { } given ? TimeSpan.FromSeconds(given) : Passage;
        switch (act)
        {
            case "open":
                return door.Open(time) ? Results.NoContent() : Results.Conflict(new Refusal("It is locked."));
            case "hold":
                return door.Hold() ? Results.NoContent() : Results.Conflict(new Refusal("It is shut."));
            case "close":
                door.Close();
                break;
            case "force":
                door.Force(time);
                break;
            case "leave":
                door.Leave(time);
                break;
            case "rex":
                door.PressRex(time);
                break;
            case "tamper" or "untamper":
                door.SetTamper(act == "tamper");
                break;
            case "jam" or "unjam":
                door.IsStuck = act == "jam";
                break;
            default:
                return Results.NotFound(new Refusal("A door can open, hold, close, force, leave, rex, tamper, untamper, jam, unjam."));
        }

        return Results.NoContent();
    }
}
