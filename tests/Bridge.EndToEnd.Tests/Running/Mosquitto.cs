using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Bridge.Simulators.Processes;

namespace Bridge.EndToEnd.Tests.Running;

/// <summary>
/// The real broker, on loopback. Its limit of 20 messages in flight is left as it comes; its store keeps sessions and what waits in them, as the
/// profile in deploy/broker does: an observer that is away during an outage would otherwise miss what nobody could deliver.
/// </summary>
internal sealed class Mosquitto : IAsyncDisposable
{
    private readonly string program;
    private readonly string folder;
    private Process? process;

    private Mosquitto(string program, string folder, int port)
    {
        this.program = program;
        this.folder = folder;
        Port = port;
    }

    public int Port { get; }

    public static async Task<Mosquitto> StartAsync(CancellationToken cancellationToken)
    {
        var program = ExternalProgram.Require("mosquitto", "mosquitto");
        var folder = Directory.CreateTempSubdirectory("accessbridge-mosquitto-").FullName;
        var broker = new Mosquitto(program, folder, FreePorts.Take(1)[0]);
        // Started by root it would change to a user that may not write here; started by anybody else it ignores the line.
        await File.WriteAllTextAsync(broker.Configuration, $"""
            user root
            listener {broker.Port} 127.0.0.1
            allow_anonymous true
            persistence true
            persistence_location {folder}/
            autosave_on_changes true
            autosave_interval 1
            max_queued_messages 100000

            """, cancellationToken);
        await broker.StartAgainAsync(cancellationToken);
        return broker;
    }

    private string Configuration => Path.Combine(folder, "mosquitto.conf");

    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        process?.Dispose();
        var started = Process.Start(new ProcessStartInfo(program, ["-c", Configuration]) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException("mosquitto did not start.");
        process = started;
        // A pipe that nobody empties would stop the broker.
        started.OutputDataReceived += (_, _) => { };
        started.ErrorDataReceived += (_, line) => Trace.WriteLine(line.Data);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        Assert.True(await Deadline.UntilAsync(() => started.HasExited || Listens(), TimeSpan.FromSeconds(10), cancellationToken) && !started.HasExited,
            "mosquitto did not start");
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        if (process is { HasExited: false } running)
        {
            running.Kill();
            await running.WaitForExitAsync(cancellationToken);
        }
    }

    /// <summary>What a broker on a new machine knows: nothing.</summary>
    public void Forget() => File.Delete(Path.Combine(folder, "mosquitto.db"));

    public async ValueTask DisposeAsync()
    {
        await KillAsync(CancellationToken.None);
        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private bool Listens()
    {
        using var probe = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Connect(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
