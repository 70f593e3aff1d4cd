using Bridge.Simulators.Building;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Simulators.Control;

internal static class WorldEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, World world)
    {
        routes.MapGet("/world", () => WorldView.Of(world));
        routes.MapGet("/oracle", world.Oracle);
        routes.MapPost("/fire/{state}", (string state) => Fire(world, state));
    }

    private static IResult Fire(World world, string state)
    {
        if (state is not ("on" or "off"))
        {
            return Results.BadRequest(new Refusal("The fire panel is on or off."));
        }

        world.SetFire(state == "on");
        return Results.NoContent();
    }
}
