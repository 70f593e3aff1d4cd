using Bridge.Devices.Profiles;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Doors;

/// <summary>What must hold of a line definition.</summary>
internal static class LineRules
{
    private static readonly TimeSpan FastestPoll = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan SlowestPoll = TimeSpan.FromSeconds(60);

    public static IReadOnlyList<string> Problems(LineDefinition line, ProfileCatalog profiles) =>
        [.. LineProblems(line), .. line.Devices.SelectMany(device => DeviceProblems(device, profiles))];

    private static IEnumerable<string> LineProblems(LineDefinition line)
    {
        if (!DriverCatalog.LineKinds.Contains(line.Kind))
        {
            yield return $"line {line.Line}: no driver is named '{line.Kind}'; there are {string.Join(", ", DriverCatalog.LineKinds)}";
        }
        else if (line.Kind == "modbusRtu" != line.Link is LinkDefinition.Serial)
        {
            yield return $"line {line.Line}: {line.Kind} needs a {(line.Kind == "modbusRtu" ? "serial port" : "TCP host and port")}";
        }

        if (line.Devices.Count == 0)
        {
            yield return $"line {line.Line}: has no devices";
        }

        foreach (var twice in line.Devices.GroupBy(device => device.Unit).Where(group => group.Count() > 1))
        {
            yield return $"line {line.Line}: unit {twice.Key} is used by {string.Join(" and ", twice.Select(device => device.Device))}";
        }

        foreach (var twice in line.Devices.GroupBy(device => device.Device).Where(group => group.Count() > 1))
        {
            yield return $"line {line.Line}: the device {twice.Key} is listed twice";
        }

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

        foreach (var twice in device.Points.GroupBy(point => point.Point).Where(group => group.Count() > 1))
        {
            yield return $"device {device.Device}: the point {twice.Key} is listed twice";
        }
    }
}
