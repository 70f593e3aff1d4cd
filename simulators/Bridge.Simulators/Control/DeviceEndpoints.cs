using Bridge.Simulators.Building;
using Bridge.Simulators.Devices;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Simulators.Control;

internal static class DeviceEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, World world)
    {
        routes.MapPost("/devices/{id}/reboot", (string id) => Reboot(world, id));
        routes.MapPost("/readers/{id}/card", (string id, CardPresentation card) => Present(world, id, card));
        routes.MapPost("/readers/{id}/pin", (string id, PinEntry pin) => Type(world, id, pin));
    }

    private static IResult Reboot(World world, string id)
    {
        if ((SimulatedDevice?)world.Devices.GetValueOrDefault(id) is not { } device && (device = world.Readers.GetValueOrDefault(id)) is null)
        {
            return Results.NotFound(new Refusal($"There is no device {id}."));
        }

        device.Reboot();
        return Results.NoContent();
    }

    private static IResult Present(World world, string id, CardPresentation card)
    {
        if (Reader(world, id) is not { } reader)
        {
            return NoReader(id);
        }

        if (card.Bits is { } bits)
        {
            var most = reader is OsdpReader ? OsdpReader.LongestCard : KeypadLock.LongestCard;
            return bits.Length == 0 || bits.Length > most || bits.AsSpan().ContainsAnyExcept("01")
                ? Results.BadRequest(new Refusal($"Bits are 1 to {most} characters 0 and 1."))
                : Results.Ok(reader.PresentCard(bits));
        }

        return card is { Facility: >= 0 and <= 255, Number: >= 0 and <= 65535 }
            ? Results.Ok(reader.PresentCard(Wiegand26.Bits(card.Facility.Value, card.Number.Value)))
            : Results.BadRequest(new Refusal("A card is {\"bits\": \"0101...\"} or {\"facility\": 0 to 255, \"number\": 0 to 65535}."));
    }

    private static IResult Type(World world, string id, PinEntry pin)
    {
        if (Reader(world, id) is not { } reader)
        {
            return NoReader(id);
        }

        return pin.Digits.Length is 0 or > 16 || pin.Digits.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? Results.BadRequest(new Refusal("A PIN is 1 to 16 digits."))
            : Results.Ok(reader.EnterPin(pin.Digits));
    }

    /// <summary>A reader by its own name or by that of its door.</summary>
    private static ICredentialReader? Reader(World world, string id) =>
        world.Devices.GetValueOrDefault(id) as ICredentialReader ?? world.Readers.GetValueOrDefault(id) ?? world.Doors.GetValueOrDefault(id)?.Reader;

    private static IResult NoReader(string id) => Results.NotFound(new Refusal($"{id} is neither a reader nor a door with one."));
}
