using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Bridge.Simulators.Processes;

namespace Bridge.Benchmarks.Events;

/// <summary>A broker that is not ours, and a subscriber that is not ours either, both with the shipped profile's limits.</summary>
internal sealed class Mosquitto : IAsyncDisposable
{
    private const string Configuration = "allow_anonymous true\nmax_inflight_messages 1000\nmax_queued_messages 100000\nset_tcp_nodelay true\n";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(10);
    private readonly string folder = Directory.CreateTempSubdirectory("accessbridge-broker-").FullName;
    private readonly List<Process> processes = [];

    public int Port { get; } = FreePorts.Take(1)[0];

    /// <summary>Everything that the subscriber heard, one message a line.</summary>
    public string Heard => Path.Combine(folder, "heard");

    /// <exception cref="InvalidOperationException">It is not installed, or does not start.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, "mosquitto.conf");
        // Started by root it would change to a user that may not read the folder.
        await File.WriteAllTextAsync(file, $"user root\nlistener {Port} 127.0.0.1\n{Configuration}", cancellationToken);
        string[] places = ["/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto", "/usr/bin/mosquitto"];
        var program = Array.Find(places, File.Exists) ?? throw new InvalidOperationException("There is no mosquitto; install mosquitto and mosquitto-clients.");
        processes.Add(Process.Start(new ProcessStartInfo(program, ["-c", file]) { RedirectStandardError = true })!);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var clock = Stopwatch.StartNew();
        while (!await AnswersAsync(cancellationToken))
        {
            if (clock.Elapsed > StartLimit || processes[0].HasExited)
            {
                throw new InvalidOperationException("mosquitto did not start.");
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>Listens to everything, into a file. Returns when it has heard the first retained state.</summary>
    public async Task SubscribeAsync(CancellationToken cancellationToken)
    {
        // Into a file without passing through this process, whose memory and processor time are measured.
        string[] arguments = ["-c", "exec mosquitto_sub -h 127.0.0.1 -p \"$1\" -V 5 -q 1 -t 'ab/#' -F %p > \"$2\"", "sh", Port.ToString(CultureInfo.InvariantCulture), Heard];
        processes.Add(Process.Start(new ProcessStartInfo("sh", arguments))!);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var clock = Stopwatch.StartNew();
        while (!File.Exists(Heard) || new FileInfo(Heard).Length == 0)
        {
            if (clock.Elapsed > StartLimit || processes[^1].HasExited)
            {
                throw new InvalidOperationException("mosquitto_sub hears nothing; install mosquitto-clients.");
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
        {
            if (!process.HasExited)
            {
                process.Kill();
                await process.WaitForExitAsync(CancellationToken.None);
            }

            process.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", Port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
