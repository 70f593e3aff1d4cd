using Bridge.Devices.Profiles;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Doors;

/// <summary>What must hold of a Modbus line beyond what holds of every line.</summary>
internal static class ModbusLineRules
{
    private static readonly TimeSpan FastestPoll = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan SlowestPoll = TimeSpan.FromSeconds(60);

    public static IEnumerable<string> Problems(LineDefinition line, ProfileCatalog profiles) =>
        [.. LineProblems(line), .. line.Devices.SelectMany(device => DeviceProblems(device, profiles))];

    private static IEnumerable<string> LineProblems(LineDefinition line)
    {
        if (line.Link is LinkDefinition.Serial && line.Devices.FirstOrDefault(device => device.Unit == 0) is { } broadcast)
        {
            yield return $"line {line.Line}: {broadcast.Device} has unit 0, which is the broadcast address on a serial line";
        }
    }

    private static IEnumerable<string> DeviceProblems(DeviceDefinition device, ProfileCatalog profiles)
    {
        if (profiles.Find(device.Profile) is not { } profile)
        {
            yield return $"device {device.Device}: no profile is named '{device.Profile}'; "
                + $"there are {string.Join(", ", profiles.All.Select(known => known.Name))}";
            yield break;
        }

        if (device.PollInterval < FastestPoll || device.PollInterval > SlowestPoll)
        {
            yield return $"device {device.Device}: poll interval must be {FastestPoll.TotalMilliseconds:0} ms to {SlowestPoll.TotalSeconds:0} s";
        }

        foreach (var point in device.Points.Where(point => !profile.PointNames.Contains(point.Point)))
        {
            yield return $"device {device.Device}: {profile.Name} has no point '{point.Point}'; it has {string.Join(", ", profile.PointNames)}";
        }

        foreach (var intercom in device.Intercoms)
        {
            foreach (var point in intercom.Points.Where(point => device.Points.All(used => used.Point != point) || profile.FindInput(point) is null))
            {
                yield return $"device {device.Device}: the intercom {intercom.Panel} needs {point}, which is no used input of {profile.Name}";
            }
        }
    }
}
