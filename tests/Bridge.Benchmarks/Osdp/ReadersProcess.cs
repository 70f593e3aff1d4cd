using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Threading.Channels;

namespace Bridge.Benchmarks.Osdp;

/// <summary>The simulated readers in their own process on their own processor. Ends with this one: its input ends.</summary>
internal sealed class ReadersProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task listening;
    private readonly SemaphoreSlim quiet = new(0);
    private readonly Channel<long[]> stamps = Channel.CreateBounded<long[]>(1);

    private ReadersProcess(Process process, string path)
    {
        this.process = process;
        Path = path;
        listening = ListenAsync();
    }

    /// <summary>The terminal that the readers are behind.</summary>
    public string Path { get; }

    /// <summary>By card number: when it was presented, on the machine's monotonic clock, which all processes share.</summary>
    public ConcurrentDictionary<int, long> Presented { get; } = [];

    public static async Task<ReadersProcess> StartAsync(Load load, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            ReadersVerb.Name, "--baud", load.Baud.ToString(CultureInfo.InvariantCulture), "--readers", load.Readers.ToString(CultureInfo.InvariantCulture),
            .. load.IsSecure ? ["--secure"] : Array.Empty<string>(),
        ];
        var program = Environment.ProcessPath!;
        string[] host = System.IO.Path.GetFileNameWithoutExtension(program) == "dotnet" ? [program, Assembly.GetExecutingAssembly().Location] : [program];
        var process = Process.Start(new ProcessStartInfo("taskset", ["-c", "0", .. host, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("The simulated readers did not start.");
        var line = await process.StandardOutput.ReadLineAsync(cancellationToken);
        return line is not null && line.StartsWith("ready ", StringComparison.Ordinal)
            ? new ReadersProcess(process, line["ready ".Length..])
            : throw new InvalidOperationException($"The simulated readers did not get ready: {line}");
    }

    public async Task TellAsync(string order)
    {
        await process.StandardInput.WriteLineAsync(order);
        await process.StandardInput.FlushAsync();
    }

    /// <summary>No more cards; returns when every one that was presented is known here.</summary>
    public async Task QuietAsync(CancellationToken cancellationToken)
    {
        await TellAsync("quiet");
        await quiet.WaitAsync(cancellationToken);
    }

    /// <summary>When each of the transmissions since the last time left, on the machine's monotonic clock.</summary>
    public async Task<long[]> StampsAsync(CancellationToken cancellationToken)
    {
        await TellAsync("stamps");
        return await stamps.Reader.ReadAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        await listening;
        process.Dispose();
        quiet.Dispose();
    }

    private async Task ListenAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            switch (line.Split(' '))
            {
                case ["card", var number, var at]:
                    Presented[int.Parse(number, CultureInfo.InvariantCulture)] = long.Parse(at, CultureInfo.InvariantCulture);
                    break;
                case ["stamps", .. var all]:
                    await stamps.Writer.WriteAsync([.. all.Select(at => long.Parse(at, CultureInfo.InvariantCulture))]);
                    break;
                default:
                    quiet.Release();
                    break;
            }
        }

        // Whoever still waits for an answer hears that there is none.
        stamps.Writer.TryComplete(new InvalidOperationException("The simulated readers have ended."));
    }
}
