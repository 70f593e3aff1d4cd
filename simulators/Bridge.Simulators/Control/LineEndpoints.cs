using Bridge.Simulators.Building;
using Bridge.Simulators.Disturbances;
using Bridge.Simulators.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Simulators.Control;

internal static class LineEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, World world)
    {
        routes.MapPost("/lines/{id}/weather", (string id, Weather weather) => OnModbus(world, id, line => line.SetWeather(weather)));
        routes.MapPost("/lines/{id}/units/{unit}/weather", (string id, byte unit, Weather weather) =>
            OnModbus(world, id, line => line.SetWeather(unit, weather)));
        routes.MapPost("/lines/{id}/unplug", (string id) => On(world, id, link => link.Unplug()));
        routes.MapPost("/lines/{id}/replug", (string id) => On(world, id, link => link.Replug()));
    }

    private static IResult OnModbus(World world, string id, Action<SlaveLine> act)
    {
        if (!world.Lines.TryGetValue(id, out var link) || link.Bus is not SlaveLine line)
        {
            return Results.NotFound(new Refusal($"There is no Modbus line {id}; a reader on another line has faults of its own."));
        }

        act(line);
        return Results.NoContent();
    }

    private static IResult On(World world, string id, Action<ISlaveLink> act)
    {
        if (!world.Lines.TryGetValue(id, out var link))
        {
            return Results.NotFound(new Refusal($"There is no line {id}; there are {string.Join(", ", world.Lines.Keys)}."));
        }

        act(link);
        return Results.NoContent();
    }
}
