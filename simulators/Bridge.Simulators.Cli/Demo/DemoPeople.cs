using System.Text.Json;

namespace Bridge.Simulators.Cli.Demo;

/// <summary>The users that the product made for the demo, a line each.</summary>
internal static class DemoPeople
{
    public static string Read(string file) => !File.Exists(file)
        ? "  (no users were made)"
        : string.Join($"{Environment.NewLine}        ", JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray().Select(Line));

    private static string Line(JsonElement user) =>
        $"  {user.GetProperty("name").GetString(),-8}{user.GetProperty("role").GetString(),-20}{user.GetProperty("password").GetString()}";
}
