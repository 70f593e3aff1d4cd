using Bridge.Devices.Transport;

namespace Bridge.Devices.Doors;

/// <summary>What must hold of every line definition, whatever is spoken on it.</summary>
internal static class LineRules
{
    public static IEnumerable<string> Problems(LineDefinition line, bool isSerial) =>
        [.. LineProblems(line, isSerial), .. line.Devices.SelectMany(PointProblems)];

    private static IEnumerable<string> LineProblems(LineDefinition line, bool isSerial)
    {
        if (isSerial != line.Link is LinkDefinition.Serial)
        {
            yield return $"line {line.Line}: {line.Kind} needs a {(isSerial ? "serial port" : "TCP host and port")}";
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
    }

    private static IEnumerable<string> PointProblems(DeviceDefinition device)
    {
        foreach (var twice in device.Points.GroupBy(point => point.Point).Where(group => group.Count() > 1))
        {
            yield return $"device {device.Device}: the point {twice.Key} is listed twice";
        }
    }
}
