namespace Bridge.Devices.Profiles;

/// <summary>What must hold between the points of a profile.</summary>
internal static class ExpandedProfileRules
{
    public static string? FirstProblem(DeviceProfile profile) =>
        Twice(profile.PointNames) is { } name ? $"the name '{name}' is used for two points"
        : profile.Settings.FirstOrDefault(setting => setting.Output is { } output && profile.FindOutput(output) is null) is { } orphan
            ? $"settings: '{orphan.Name}' is for the output '{orphan.Output}', which does not exist"
        : SharedWrite(profile) is { } pair ? $"outputs: '{pair}' are switched by the same address"
        : SharedRead(profile) is { } inputs ? $"inputs: '{inputs}' read the same bit"
        : null;

    private static string? Twice(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1)?.Key;

    private static string? SharedWrite(DeviceProfile profile) => profile.Outputs
        .GroupBy(output => (output.Off.Table, output.Off.Address))
        .Where(group => group.Count() > 1)
        .Select(group => string.Join("' and '", group.Select(output => output.Name)))
        .FirstOrDefault();

    private static string? SharedRead(DeviceProfile profile) => profile.Inputs
        .GroupBy(input => input.Source)
        .Where(group => group.Count() > 1)
        .Select(group => string.Join("' and '", group.Select(input => input.Name)))
        .FirstOrDefault();
}
