using System.Diagnostics;
using Bridge.Outbound.Mqtt;

namespace Bridge.Outbound.Tests.Brokers;

/// <summary>mosquitto as its own process, with a configuration of the test; can be killed, frozen and started again on the same port.</summary>
public sealed class MosquittoBroker : ITestBroker
{
    private readonly TemporaryFolder _folder = new();
    private string _program = "";
    private string _configuration = "";
    private Process? _process;

    public int Port { get; private set; }

    public string Folder => _folder.Path;

    /// <param name="configuration">Lines after the listener; <c>{folder}</c> stands for the broker's own folder.</param>
    public static async Task<MosquittoBroker> StartAsync(string configuration, CancellationToken cancellationToken)
    {
        MosquittoBroker broker = new() { Port = LoopbackPort.Free() };
        broker._program = ExternalProgram.Require("/usr/sbin/mosquitto", "/usr/bin/mosquitto", "/usr/local/sbin/mosquitto");
        string text = $"listener {broker.Port} 127.0.0.1\n{configuration.Replace("{folder}", broker.Folder, StringComparison.Ordinal)}\n";
        // Started by root it would change to a user that may not read the folder; started by anybody else it ignores the line.
        broker._configuration = broker._folder.Write("mosquitto.conf", "user root\n" + text);
        await broker.StartAgainAsync(cancellationToken);
        return broker;
    }

    public static Task<MosquittoBroker> StartAsync(CancellationToken cancellationToken) => StartAsync("allow_anonymous true", cancellationToken);

    public MqttOptions Bridge(string site) => new()
    {
        ClientId = "bridge-" + site,
        Host = "127.0.0.1",
        Port = Port,
        WillTopic = MqttTopics.BridgeAvailability(site),
    };

    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        _process = ExternalProgram.Start(_program, ["-c", _configuration]);
        // A pipe that nobody empties would stop the broker.
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) => Trace.WriteLine(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Assert.True(await LoopbackPort.IsOpenAsync(Port, () => _process.HasExited, cancellationToken), "mosquitto did not start");
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        Running.Kill();
        await Running.WaitForExitAsync(cancellationToken);
    }

    public void Freeze() => ProcessSignal.Freeze(Running);

    public void Thaw() => ProcessSignal.Thaw(Running);

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync(CancellationToken.None);
        }

        _process?.Dispose();
        _folder.Dispose();
    }

    private Process Running => _process ?? throw new InvalidOperationException("not started");
}
