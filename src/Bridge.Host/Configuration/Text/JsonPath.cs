namespace Bridge.Host.Configuration.Text;

/// <summary>JSON paths as people write them: $.doors.lobby['odd key'][0].</summary>
internal static class JsonPath
{
    public const string Root = "$";

    public static string Child(string path, string name) =>
        name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '$')
            ? $"{path}.{name}"
            : $"{path}['{Printable.Of(name, 40)}']";

    public static string Item(string path, int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}[{index}]");
}
