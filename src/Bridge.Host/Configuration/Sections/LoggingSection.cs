using Bridge.Host.Configuration.Reading;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Configuration.Sections;

/// <summary>The technical log. What happened at the doors is in the journal.</summary>
internal static class LoggingSection
{
    private const int UsualDays = 30;

    public static LoggingSettings Read(Section site, string directory, string dataDirectory, Findings findings)
    {
        var usual = new LoggingSettings(LogLevel.Information, Path.Combine(dataDirectory, "logs"), UsualDays, false);
        if (Section.Open(site.Find("logging"), SiteShapes.Logging, findings) is not { } section)
        {
            return usual;
        }

        var level = section.Choice("level", LogLevel.Information, ("debug", LogLevel.Debug), ("information", LogLevel.Information),
            ("warning", LogLevel.Warning), ("error", LogLevel.Error));
        var files = section.Text("directory", "a directory for log files, or \"none\"") switch
        {
            null => usual.Directory,
            "none" => null,
            var path => Path.GetFullPath(path, directory),
        };
        return new LoggingSettings(level, files, section.Whole("retainedDays", UsualDays, 1, 3650),
            section.Choice("format", false, ("text", false), ("json", true)));
    }
}
