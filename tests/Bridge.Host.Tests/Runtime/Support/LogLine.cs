using Microsoft.Extensions.Logging;

namespace Bridge.Host.Tests.Runtime.Support;

internal sealed record LogLine(LogLevel Level, string Text);
