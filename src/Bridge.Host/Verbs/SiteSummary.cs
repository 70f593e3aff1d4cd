using Bridge.Devices;
using Bridge.Devices.Transport;
using Bridge.Host.Configuration;
using Bridge.Policy.Credentials;

namespace Bridge.Host.Verbs;

/// <summary>A site in the lines that an installer compares with the drawing.</summary>
internal static class SiteSummary
{
    public static IEnumerable<string> Of(SiteConfiguration site)
    {
        yield return $"site {site.Site}, time zone {site.TimeZone.Id}, data in {site.DataDirectory}";
        yield return $"hash {site.Hash}";
        foreach (var line in site.Lines)
        {
            yield return $"line {line.Line}: {line.Kind} on {Place(line.Link)}";
            foreach (var device in line.Devices)
            {
                var kind = device.Osdp is { } security ? $"address {device.Unit}, OSDP {security}" : $"unit {device.Unit}, {device.Profile}";
                yield return $"  device {device.Device}: {kind}, points {string.Join(", ", device.Points.Select(point => point.Point))}";
            }
        }

        foreach (var door in site.Wiring.Doors)
        {
            yield return Door(site, door);
        }

        yield return $"fire: {List(site.Wiring.FireInputs.Select(input => $"{input.Input} at {input.Point}"))}; releases "
            + List(site.Rules.Doors.Values.Where(door => door.FireRelease).Select(door => door.Door.Value));
        yield return $"opened by digits alone: {List(PinOnly(site))}";
        yield return $"access levels: {List(site.Rules.AccessLevels.Keys.Select(level => level.Value))}";
        yield return site.Mqtt.Embedded
            ? $"events to the embedded broker on 127.0.0.1:{site.Mqtt.Port}"
            : $"events to {site.Mqtt.Host}:{site.Mqtt.Port}, {(site.Mqtt.Tls ? "TLS" : "unencrypted")}";
        yield return $"page on http://{(site.Http.Address.Contains(':', StringComparison.Ordinal) ? $"[{site.Http.Address}]" : site.Http.Address)}:{site.Http.Port}";
    }

    private static string Door(SiteConfiguration site, DoorWiring door)
    {
        var rules = site.Rules.Doors[door.Door];
        var readers = site.Rules.AccessPoints.Values.Where(point => point.Door == door.Door)
            .Select(point => $"{point.AccessPoint} ({point.Authentication})");
        return $"door {door.Door} ({door.Name.Chinese} / {door.Name.English}): lock {door.Lock} for {rules.ReleaseTime.TotalSeconds:0.#} s, "
            + $"contact {Show(door.Contact)}, lock sensor {Show(door.LockSensor)}, exit {Show(door.RequestToExit)}, tamper {Show(door.Tamper)}, "
            + $"readers {List(readers)}";
    }

    private static IEnumerable<string> PinOnly(SiteConfiguration site) => site.Rules.AccessPoints.Values
        .Where(point => point.Authentication is Authentication.Pin or Authentication.CardOrPin)
        .Select(point => point.AccessPoint.Value);

    private static string Show(PointId? point) => point?.ToString() ?? "none";

    private static string List(IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } list ? list : "none";

    private static string Place(LinkDefinition link) => link switch
    {
        LinkDefinition.Tcp tcp => $"{tcp.Host}:{tcp.Port}",
        LinkDefinition.Serial serial => $"{serial.Port}, {serial.Baud} baud, parity {serial.Parity}, {serial.StopBits} stop",
        _ => throw new System.Diagnostics.UnreachableException(link.GetType().Name),
    };
}
