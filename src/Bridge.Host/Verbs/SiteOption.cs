using System.CommandLine;

namespace Bridge.Host.Verbs;

/// <summary>--site, the same for every verb.</summary>
internal static class SiteOption
{
    public static Option<string> Create() => new("--site", "-s")
    {
        Description = "The site file.",
        Required = true,
        HelpName = "site.json",
    };
}
