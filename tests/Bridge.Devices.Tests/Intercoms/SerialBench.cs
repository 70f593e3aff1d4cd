using Bridge.Devices.Intercoms;
using Bridge.Devices.Intercoms.Serial;
using Bridge.Devices.Transport;
using Bridge.Simulators.Clocks;
using Bridge.Simulators.Intercoms;
using Bridge.Simulators.Links;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.Devices.Tests.Intercoms;

/// <summary>The serial driver before a simulated intercom, or before a test that writes the lines itself.</summary>
internal sealed class SerialBench : IntercomBench
{
    public static readonly DeviceId Device = new("gate");
    private readonly SerialIntercom _intercom;
    private readonly IntercomBus _bus;

    /// <param name="isMute">Nobody is at the other end but the test.</param>
    public SerialBench(bool isMute = false)
    {
        Time = new FakeTimeProvider();
        Surroundings = new Surroundings(Time, Time);
        _intercom = new SerialIntercom("gate", Surroundings);
        _bus = new IntercomBus("line", _intercom);
        IsMute = isMute;
        var device = new DeviceDefinition(Device, 1, "", TimeSpan.Zero, null, [new PointDefinition(Panel, false, null), new PointDefinition("P2", false, null)]);
        Line = new SerialIntercomLine(
            new SerialLineSetup(new LineId("line"), new LinkDefinition.Tcp("virtual", 1, TimeSpan.FromSeconds(1)), device, (_, _, _) => new LinkOpened.Open(Open())), Time);
    }

    public FakeTimeProvider Time { get; }

    public override Surroundings Surroundings { get; }

    public override ISimulatedIntercom Intercom => _intercom;

    public SerialIntercom Station => _intercom;

    public override bool TellsReasons => true;

    public override List<DeviceEvent> Events { get; } = [];

    public bool IsMute { get; }

    /// <summary>What the host says to each event; it is recorded only when taken.</summary>
    public Func<DeviceEvent, bool> Host { get; set; } = _ => true;

    /// <summary>How long the host takes to store an event; null for ever.</summary>
    public TimeSpan? StoresAfter { get; set; } = TimeSpan.FromMilliseconds(5);

    public SerialIntercomLine Line { get; }

    /// <summary>The cable of the latest session.</summary>
    public StationWire Wire { get; private set; } = null!;

    /// <summary>What we have sent, without ends of lines.</summary>
    public List<string> Sent { get; } = [];

    public override LineEnd Run(double seconds)
    {
        using var stop = new CancellationTokenSource();
        var over = false;
        After(seconds, () =>
        {
            if (!over)
            {
                stop.Cancel();
                Wire.Interrupt();
            }
        });
        var end = Line.RunOnce(Offer, stop.Token);
        over = true;
        Sent.AddRange(Wire.Written.Select(written => written.Text.TrimEnd()));
        return end;
    }

    public override void LoseLinkAfter(double seconds) => After(seconds, () => Wire.Cut(TimeSpan.Zero));

    /// <summary>The other end says a line, with its end.</summary>
    public void Say(double afterSeconds, string line) => After(afterSeconds, () => Wire.Send(System.Text.Encoding.ASCII.GetBytes(line + "\r\n")));

    public Task<CommandResult> Execute(DeviceCommand command) =>
        Line.ExecuteAsync(command, CommandPriority.Indicator, TimeSpan.FromSeconds(1), CancellationToken.None).AsTask();

    private StationWire Open()
    {
        Wire = new StationWire(Time, Surroundings);
        Wire.Session = IsMute ? null : _bus.Connect(Wire, SlaveFraming.Serial);
        return Wire;
    }

    private bool Offer(DeviceEvent told)
    {
        if (!Host(told))
        {
            return false;
        }

        Events.Add(told);
        var (panel, number) = told switch
        {
            DeviceEvent.IntercomCall call => (call.Panel, call.Number),
            DeviceEvent.IntercomHealth health => (health.Panel, health.Number),
            _ => (default, 0u),
        };
        if (number != 0 && StoresAfter is { } after)
        {
            Surroundings.After(after, () => Line.Confirm(panel, number));
        }

        return true;
    }
}
