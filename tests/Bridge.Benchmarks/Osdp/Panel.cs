using System.Collections.Concurrent;
using System.Diagnostics;
using Bridge.Benchmarks.Peers;
using Bridge.Devices;
using Bridge.Devices.Doors;
using Bridge.Devices.Osdp;
using Bridge.Devices.Transport;
using Bridge.Host.Runtime;

namespace Bridge.Benchmarks.Osdp;

/// <summary>The product's line on its own thread and its own processor, and the engine's queue at its other end.</summary>
internal sealed class Panel : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private readonly EngineQueue queue = new(capacity: 1024);
    private readonly CancellationTokenSource stop = new();
    private readonly OsdpLine line;
    private readonly Task<LineEnd> running;
    private readonly Task taking;
    private readonly TaskCompletionSource online = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int readers;
    private int onlineCount;

    private Panel(OsdpLine line, Gauge gauge, int readers)
    {
        this.line = line;
        this.readers = readers;
        Gauge = gauge;
        taking = TakeAsync();
        running = line.RunAsync(happened => queue.TryOffer(new EngineItem.FromDevice(happened)), stop.Token);
    }

    public Gauge Gauge { get; }

    /// <summary>By card number: when the engine's side took it.</summary>
    public ConcurrentDictionary<int, long> Taken { get; } = [];

    public IReadOnlyList<PeripheralSnapshot> Peripherals => line.Peripherals;

    public static Panel Start(Load load, string terminal, TimeSpan poll, Gauge gauge)
    {
        var port = new LinkDefinition.Serial(terminal, load.Baud, SerialParity.None, 8, 1, Rs485: false, LocalEcho: false, Dtr: false, Rts: false);
        var devices = Enumerable.Range(0, load.Readers).Select(address => new DeviceDefinition(
            new DeviceId($"reader{address}"), (byte)address, "", poll, null, [new PointDefinition("reader", false, null)],
            load.IsSecure ? OsdpSecurity.WithKey(ReadersVerb.Key(address)) : OsdpSecurity.Clear)).ToList();
        var definition = new LineDefinition(new LineId("osdp"), "osdp", port, devices);
        var setup = DriverCatalog.OsdpSetup(definition);
        return new Panel(new OsdpLine(setup with { Open = (link, time, token) => Open(link, time, gauge, token) }, TimeProvider.System, new SignalWait()), gauge, load.Readers);
    }

    public async Task OnlineAsync(CancellationToken cancellationToken)
    {
        try
        {
            await online.Task.WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Only {onlineCount} of {readers} readers came online: {string.Join("; ", Peripherals)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        await line.DisposeAsync();
        queue.Complete();
        await taking;
        stop.Dispose();
    }

    // On the line's thread, which stays where it is put.
    private static LinkOpened.Open Open(LinkDefinition link, TimeProvider time, Gauge gauge, CancellationToken cancellationToken)
    {
        ThreadPlace.Pin(Environment.ProcessorCount - 1);
        return ByteLinks.Open(link, time, cancellationToken) is LinkOpened.Open { Link: var opened }
            ? new LinkOpened.Open(new MeasuredLink(opened, gauge))
            : throw new InvalidOperationException($"{link} cannot be opened.");
    }

    private async Task TakeAsync()
    {
        await foreach (var item in queue.Reader.ReadAllAsync())
        {
            switch (item)
            {
                case EngineItem.FromDevice { Event: DeviceEvent.CredentialRead { Credential: CredentialData.Card card } read }:
                    Taken[Number(card)] = Stopwatch.GetTimestamp();
                    line.Confirm(read.Point, read.Number);
                    break;
                case EngineItem.FromDevice { Event: DeviceEvent.Online } when ++onlineCount == readers:
                    online.TrySetResult();
                    break;
            }
        }
    }

    // Bits 9 to 24 of 26.
    private static int Number(CredentialData.Card card) => ((card.Bits.Span[1] & 0x7F) << 9) | (card.Bits.Span[2] << 1) | (card.Bits.Span[3] >> 7);
}
