using System.Buffers;
using Bridge.Simulators.Building;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Faults;
using Bridge.Simulators.Osdp.Lines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Simulators.Control;

internal static class OsdpEndpoints
{
    private const int MostKeys = 64;
    private const int MostMarks = 8;
    private static readonly SearchValues<char> KnownKeys = SearchValues.Create("0123456789*#ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    public static void Map(IEndpointRouteBuilder routes, World world)
    {
        routes.MapGet("/readers/{id}", (string id) => Find(world, id) is { } reader ? Results.Ok(OsdpReaderView.Of(reader)) : NoReader(id));
        routes.MapPost("/readers/{id}/keys", (string id, KeyPresses keys) => On(world, id, reader => Press(reader, keys.Keys)));
        routes.MapPost("/readers/{id}/faults", (string id, ReaderFaults faults) => On(world, id, reader => Spoil(reader, faults)));
        routes.MapPost("/readers/{id}/tamper", (string id) => On(world, id, reader => Tamper(reader, true)));
        routes.MapPost("/readers/{id}/untamper", (string id) => On(world, id, reader => Tamper(reader, false)));
        routes.MapPost("/lines/{id}/pace", (string id, LinePace pace) => Pace(world, id, pace));
    }

    private static IResult Press(OsdpReader reader, string keys)
    {
        if (keys.Length is 0 or > MostKeys || keys.AsSpan().ContainsAnyExcept(KnownKeys))
        {
            return Results.BadRequest(new Refusal("Keys are 1 to 64 of 0 to 9, *, # and A to Z."));
        }

        reader.PressKeys(keys);
        return Results.NoContent();
    }

    private static IResult Spoil(OsdpReader reader, ReaderFaults faults)
    {
        if (faults.Marks is < 0 or > MostMarks || !IsHex(faults.Capabilities) || !IsHex(faults.Identity))
        {
            return Results.BadRequest(new Refusal("Marks are 0 to 8; capabilities and identity are pairs of hexadecimal digits."));
        }

        reader.SetFaults(faults);
        return Results.NoContent();
    }

    private static IResult Tamper(OsdpReader reader, bool on)
    {
        reader.SetTamper(on);
        return Results.NoContent();
    }

    private static IResult Pace(World world, string id, LinePace pace)
    {
        if (!world.Lines.TryGetValue(id, out var link) || link.Bus is not OsdpLine line)
        {
            return Results.NotFound(new Refusal($"There is no OSDP line {id}."));
        }

        if (pace.Objection() is { } objection)
        {
            return Results.BadRequest(new Refusal(objection));
        }

        line.Pace = pace;
        return Results.NoContent();
    }

    private static bool IsHex(string? text) => text is null || (text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit));

    private static IResult On(World world, string id, Func<OsdpReader, IResult> act) => Find(world, id) is { } reader ? act(reader) : NoReader(id);

    /// <summary>An OSDP reader by its own name or by that of its door.</summary>
    private static OsdpReader? Find(World world, string id) =>
        world.Readers.GetValueOrDefault(id) ?? world.Doors.GetValueOrDefault(id)?.Reader as OsdpReader;

    private static IResult NoReader(string id) => Results.NotFound(new Refusal($"{id} is neither an OSDP reader nor a door with one."));
}
