namespace Bridge.Devices.Intercoms.Serial;

/// <summary>What must hold of the line of a serial intercom.</summary>
internal static class SerialLineRules
{
    public static IEnumerable<string> Problems(LineDefinition line)
    {
        if (line.Devices.Count > 1)
        {
            yield return $"line {line.Line}: an intercom has its line for itself, and {line.Devices.Count} devices are on it";
        }

        foreach (var device in line.Devices)
        {
            if (device.Points.Count == 0)
            {
                yield return $"device {device.Device}: no panel of this intercom is used";
            }

            foreach (var point in device.Points.Where(point => !SerialName.IsName(point.Point)))
            {
                yield return $"device {device.Device}: '{point.Point}' can be no panel: 1 to {SerialName.Longest} letters, digits, '-', '_', '.' and '#'";
            }
        }
    }
}
