using System.Net.Sockets;
using Bridge.EndToEnd.Tests.Kill;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Building;
using Bridge.Simulators.Devices;
using Bridge.Simulators.Processes;

namespace Bridge.EndToEnd.Tests.Disk;

/// <summary>The six doors, all of them opened by the fire panel, with the real product, a real broker and an observer at it.</summary>
internal sealed class Tower : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(40);

    private readonly Mosquitto broker;
    private BridgeProcess? bridge;

    private Tower(Mosquitto broker, MosquittoSub observer, Installation installation)
    {
        this.broker = broker;
        Observer = observer;
        Installation = installation;
        Ledger = new Ledger(installation.World, observer, NumberedCards.None.Credentials);
    }

    public MosquittoSub Observer { get; }

    public Installation Installation { get; }

    public Ledger Ledger { get; }

    public World World => Installation.World;

    public BridgeProcess Bridge => bridge ?? throw new InvalidOperationException("The product was not started.");

    /// <summary>
    /// Entries of the journal, reads that a device was told to forget, and messages of any kind about the building at the broker. What the bridge says
    /// of itself is apart: <see cref="SaysThatItsJournalIs"/>.
    /// </summary>
    public (int Entries, int Acknowledged, int Told) Standing => (
        JournalRows.Read(Installation.Journal).Rows.Count,
        World.Oracle().Acknowledged.Count,
        Observer.Heard.Count(message => message.Topic != Availability.Bridge));

    /// <summary>The bridge's own last word at the broker: online, and whether it can write its journal.</summary>
    public bool SaysThatItsJournalIs(string written) =>
        Observer.Heard.Last(message => message.Topic == Availability.Bridge).Payload is var payload
        && Availability.IsOnline(payload) && payload.Contains($"\"journal\":\"{written}\"", StringComparison.Ordinal);

    public static async Task<Tower> BuildAsync(CancellationToken cancellationToken)
    {
        var broker = await Mosquitto.StartAsync(cancellationToken);
        var observer = await MosquittoSub.StartAsync(broker.Port, cancellationToken);
        var installation = await Installation.CreateAsync(broker.Port, cancellationToken);
        var site = await File.ReadAllTextAsync(installation.SiteFile, cancellationToken);
        await File.WriteAllTextAsync(
            installation.SiteFile,
            site.Replace("\"releaseTime\"", "\"fireRelease\": true, \"holdPulse\": \"4 s\", \"releaseTime\"", StringComparison.Ordinal)
                .Replace("\"mqtt\":", "\"fireInputs\": { \"panel\": { \"point\": \"lobby-io.input8\", \"onMeans\": \"alarm\" } },\n  \"mqtt\":", StringComparison.Ordinal),
            cancellationToken);
        return new Tower(broker, observer, installation);
    }

    /// <summary>Starts the product and waits until all six doors are online and everything of that is journalled and told.</summary>
    public async Task StartAsync(IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        bridge = Installation.Start(Built.Product, ["run", "--site", Installation.SiteFile], environment);
        Assert.True(await Deadline.UntilAsync(() => World.Doors.Keys.All(IsOnline), StartLimit, cancellationToken), $"not all doors came online:\n{Bridge.Output}");
        Assert.True(await bridge.AnswersAsync("health/ready", StartLimit, cancellationToken), Bridge.Output);
        await QuietAsync(cancellationToken);
    }

    /// <summary>A resident (by number) at a door; how long it took until the lock was energised.</summary>
    public async Task<TimeSpan?> EnterAsync(string door, int resident, CancellationToken cancellationToken)
    {
        var activations = Pulses(door);
        var read = World.Doors[door].Reader!.PresentCard(Installation.Cards[resident]);
        return await Deadline.UntilAsync(() => Pulses(door) > activations, TimeSpan.FromSeconds(5), cancellationToken)
            ? World.Doors[door].LockActivations[activations].At - read.At
            : null;
    }

    public int Pulses(string door) => World.Doors[door].LockActivations.Count;

    public Task<bool> SecuredAsync(string door, CancellationToken cancellationToken) =>
        Deadline.UntilAsync(() => !World.Doors[door].IsReleased, TimeSpan.FromSeconds(10), cancellationToken);

    /// <summary>What the service's own user asks for on this machine; the HTTP status.</summary>
    public async Task<int> AskAsync(string path, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(Path.Combine(Installation.DataDirectory, "control.sock")), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
        using var answer = await client.PostAsync(new Uri($"http://control/operator/{path}"), content: null, cancellationToken);
        return (int)answer.StatusCode;
    }

    /// <summary>How many lines of the product's output hold this text.</summary>
    public int Said(string text) => Bridge.Output.Split('\n').Count(line => line.Contains(text, StringComparison.Ordinal));

    /// <summary>Waits until the journal, the devices and the observer have stood still for a moment.</summary>
    public async Task QuietAsync(CancellationToken cancellationToken)
    {
        var (last, still) = (Standing, 0);
        Assert.True(
            await Deadline.UntilAsync(
                () =>
                {
                    var now = Standing;
                    still = now == last ? still + 1 : 0;
                    last = now;
                    return still == 25;
                },
                TimeSpan.FromSeconds(60),
                cancellationToken),
            "it never becomes quiet");
    }

    public IReadOnlyList<PresentedCredential> Pending() => World.Oracle().Pending;

    public async ValueTask DisposeAsync()
    {
        if (bridge is not null)
        {
            await bridge.DisposeAsync();
        }

        await Observer.DisposeAsync();
        await broker.DisposeAsync();
        await Installation.DisposeAsync();
    }

    private bool IsOnline(string door) =>
        Observer.Heard.Any(message => message.Topic == Availability.Of(door) && Availability.IsOnline(message.Payload));
}
