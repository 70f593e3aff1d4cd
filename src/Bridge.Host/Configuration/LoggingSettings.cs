using Microsoft.Extensions.Logging;

namespace Bridge.Host.Configuration;

/// <param name="Directory">Absolute; null logs to the console only.</param>
/// <param name="RetainedDays">Older files are deleted.</param>
/// <param name="Json">One JSON object a line on the console instead of text.</param>
public sealed record LoggingSettings(LogLevel Level, string? Directory, int RetainedDays, bool Json);
