using Bridge.Host.Configuration.Text;

namespace Bridge.Host.Configuration.Reading;

/// <summary>The names that a site gives to its lines, devices, doors and so on. They become parts of topics, file names and journal rows.</summary>
internal static class Identifiers
{
    private const int Longest = 32;

    /// <summary>The entries of an object whose keys are such names; an entry with an impossible name is an error and left out.</summary>
    public static IEnumerable<SiteProperty> Named(SiteNode? value, string what, Findings findings)
    {
        if (value is null)
        {
            return [];
        }

        if (value is not SiteNode.Object node)
        {
            findings.Expected(value, $"an object with one entry for each {what}");
            return [];
        }

        return [.. node.Properties.Where(property => Check(property, what, findings))];
    }

    public static bool IsName(string name) =>
        name.Length is > 0 and <= Longest && name[0] != '-'
        && name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');

    private static bool Check(SiteProperty property, string what, Findings findings)
    {
        if (IsName(property.Name))
        {
            return true;
        }

        findings.Error(property.Position, property.Value.Path,
            $"expected a name for the {what} of 1 to {Longest} lower-case letters, digits and hyphens, found \"{Printable.Of(property.Name, 60)}\"");
        return false;
    }
}
