using System.Globalization;
using Bridge.Host.Configuration;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Compact;

namespace Bridge.Host;

/// <summary>Serilog: the console, and rolling files of one JSON object a line. What is logged carries ids only.</summary>
public static class Logging
{
    public static ILoggerFactory Create(SiteConfiguration configuration)
    {
        var settings = configuration.Logging;
        var logger = new LoggerConfiguration()
            .MinimumLevel.Is((LogEventLevel)(int)settings.Level)
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            // It warns that the page's keys lie unencrypted on disk: they lie in the secrets folder, which only the service's user may enter.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogEventLevel.Error)
            // It warns of every page with a form that the form made the page's headers stricter: that is meant.
            .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Error)
            .Enrich.FromLogContext();
        logger = settings.Json
            ? logger.WriteTo.Console(new RenderedCompactJsonFormatter())
            : logger.WriteTo.Console(formatProvider: CultureInfo.InvariantCulture);
        if (settings.Directory is { } directory)
        {
            logger = logger.WriteTo.File(
                new RenderedCompactJsonFormatter(),
                Path.Combine(directory, "accessbridge-.log"),
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: settings.RetainedDays,
                fileSizeLimitBytes: 100 * 1024 * 1024,
                rollOnFileSizeLimit: true);
        }

        return new SerilogLoggerFactory(logger.CreateLogger(), dispose: true);
    }
}
