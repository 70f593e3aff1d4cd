using System.Text.Json;

namespace Bridge.Simulators.Cli.Demo;

/// <summary>The users that the product made for the demo.</summary>
internal static class DemoPeople
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<DemoPerson> In(string file) => JsonSerializer.Deserialize<IReadOnlyList<DemoPerson>>(File.ReadAllText(file), Options) ?? [];

    /// <summary>A line each, with the code of this half minute.</summary>
    public static string Table(string file, DateTimeOffset now) => !File.Exists(file)
        ? "  (no users were made)"
        : string.Join(
            Environment.NewLine,
            (IEnumerable<string>)[Line("name", "as", "password", "code now"), .. In(file).Select(person => Line(person.Name, person.Role, person.Password, person.CodeAt(now)))]);

    private static string Line(string name, string role, string password, string code) => $"  {name,-8}{role,-20}{password,-38}{code}";
}
