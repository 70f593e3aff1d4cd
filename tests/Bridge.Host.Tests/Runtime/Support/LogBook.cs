using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Tests.Runtime.Support;

/// <summary>Keeps what was logged.</summary>
internal sealed class LogBook : ILoggerFactory
{
    private readonly ConcurrentQueue<LogLine> lines = [];

    public IReadOnlyList<LogLine> Lines => [.. lines];

    public IEnumerable<string> At(LogLevel level) => Lines.Where(line => line.Level == level).Select(line => line.Text);

    public ILogger<T> For<T>() => this.CreateLogger<T>();

    public ILogger CreateLogger(string categoryName) => new Page(lines);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("There is one book.");

    public void Dispose() => lines.Clear();

    private sealed class Page(ConcurrentQueue<LogLine> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(new LogLine(logLevel, formatter(state, exception)));
    }
}
