using System.Diagnostics;
using System.Net.Http;

namespace Bridge.Simulators.Processes;

/// <summary>The product as its user runs it: a process of its own, that can be asked whether it is ready, stopped, and killed without warning.</summary>
public sealed class BridgeProcess : IAsyncDisposable
{
    private const int KeptLines = 20_000;

    private readonly Process process;
    private readonly Queue<string> output = [];
    private readonly Lock gate = new();
    private readonly Uri address;

    private BridgeProcess(Process process, Uri address)
    {
        this.process = process;
        this.address = address;
    }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    /// <summary>The last lines that it printed.</summary>
    public string Output
    {
        get
        {
            lock (gate)
            {
                return string.Join(Environment.NewLine, output);
            }
        }
    }

    /// <param name="assembly">The product's accessbridge.dll.</param>
    /// <param name="told">Hears every line as it is printed.</param>
    /// <param name="httpPort">As in its site file; where it is asked whether it is ready.</param>
    /// <param name="environment">Variables beside those that this process has.</param>
    public static BridgeProcess Start(
        string assembly, int httpPort, IReadOnlyList<string> arguments, Action<string>? told = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add(assembly);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
        var bridge = new BridgeProcess(process, new Uri($"http://127.0.0.1:{httpPort}/"));
        process.OutputDataReceived += (_, line) => bridge.Keep(line.Data, told);
        process.ErrorDataReceived += (_, line) => bridge.Keep(line.Data, told);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return bridge;
    }

    /// <summary>True when the path answers with success; false when the process ended first or the time is up.</summary>
    public async Task<bool> AnswersAsync(string path, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(2) };
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < limit && !HasExited)
        {
            if (await TryGetAsync(client, path, cancellationToken))
            {
                return true;
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }

        return false;
    }

    public Task<bool> IsReadyAsync(TimeSpan limit, CancellationToken cancellationToken) => AnswersAsync("health/live", limit, cancellationToken);

    /// <summary>The sum of a metric's samples at /metrics; counters have _total behind their name there.</summary>
    public async Task<long> MetricAsync(string name, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = address };
        var text = await client.GetStringAsync(new Uri("metrics", UriKind.Relative), cancellationToken);
        return text.Split('\n')
            .Where(line => line.StartsWith(name, StringComparison.Ordinal) && line[name.Length..].TrimStart('_', 't', 'o', 'a', 'l') is ['{' or ' ', ..])
            .Sum(line => (long)double.Parse(Value(line), System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>kill -9: nothing is flushed, nothing is said.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        process.Kill();
        await process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>SIGTERM (on Windows: the end), and the wait for it to go.</summary>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            process.Kill();
        }
        else
        {
            Signals.Send(process.Id, Signals.Terminate);
        }

        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
    }

    private static async Task<bool> TryGetAsync(HttpClient client, string path, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    // name{labels} value timestamp
    private static string Value(string line) => line[(line.LastIndexOf('}') + 1)..].Trim().Split(' ') is [var value, ..] && value.Length > 0 && !char.IsLetter(value[0])
        ? value
        : line.Split(' ')[1];

    private void Keep(string? line, Action<string>? told)
    {
        if (line is null)
        {
            return;
        }

        told?.Invoke(line);
        lock (gate)
        {
            output.Enqueue(line);
            if (output.Count > KeptLines)
            {
                output.Dequeue();
            }
        }
    }
}
