using Bridge.Devices.Osdp;
using Bridge.Devices.Osdp.Polling;
using Bridge.Devices.Profiles;
using Bridge.Devices.Tests.Osdp.Polling;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Tests.Osdp.Fuzzing;

/// <summary>
/// The product's whole line with one secure reader whose replies are spoiled, a new line for each batch. Delivered is only what the reader told, a lock
/// is moved once for each command at most, and when the line is left in peace again everything works as before.
/// </summary>
/// <param name="nonsense">The reader itself, who has the key, talks nonsense too.</param>
/// <param name="judgesCards">Only the one card may be delivered, as often as it was shown.</param>
internal sealed class SessionFuzzWorker(bool nonsense, bool judgesCards) : IFuzzWorker
{
    private const byte Address = 5;
    private const int OneSpoiledIn = 6;

    /// <summary>After the last failed handshake a minute passes, in steps of whatever there is to wait for.</summary>
    private const int PeaceSteps = 20_000;

    private readonly List<uint> _unconfirmed = [];
    private readonly List<Task<CommandResult>> _commands = [];
    private long _delivered;
    private bool _isFresh;
    private bool _isAbandoned;

    /// <summary>Replies given in a session, over all batches of all workers.</summary>
    public static long InSession;

    public void Run(ulong seed, int cases)
    {
        _unconfirmed.Clear();
        _commands.Clear();
        (_delivered, _isFresh) = (0, false);
        using var link = new HostileReader(ReaderBench.Key(Address)) { OneSpoiledIn = OneSpoiledIn, ReaderTalksNonsense = nonsense };
        link.Begin(seed);
        var random = new FuzzRandom(seed + 1);
        var setup = DriverCatalog.OsdpSetup(Definition());
        setup = setup with { Fill = bytes => random.Fill(bytes) };
        var line = new OsdpLine(setup, link.Time, link);
        var (schedule, sessions) = line.Begin(link);
        while (link.Replies < cases && !_isAbandoned)
        {
            Disturb(ref random, line, link);
            Step(schedule, link);
            Confirm(line, random.OneIn(3));
        }

        Interlocked.Add(ref InSession, link.InSession);
        link.OneSpoiledIn = 0;
        Peace(line, link, schedule, sessions[0]);
        sessions[0].End();
        sessions[0].Dispose();
    }

    public void Abandon() => _isAbandoned = true;

    private void Disturb(ref FuzzRandom random, OsdpLine line, HostileReader link)
    {
        if (random.OneIn(40))
        {
            link.ShowCard();
        }

        if (random.OneIn(200))
        {
            DeviceCommand command = random.OneIn(2)
                ? new DeviceCommand.Pulse(ReaderBench.Point(Address, "output1"), TimeSpan.FromSeconds(3))
                : new DeviceCommand.Indicate(ReaderBench.Point(Address, "feedback"), "accessGranted");
            _commands.Add(line.ExecuteAsync(command, CommandPriority.Lock, TimeSpan.FromSeconds(2), CancellationToken.None).AsTask());
        }
    }

    private void Step(OsdpSchedule schedule, HostileReader link)
    {
        if (!schedule.Step(Offer))
        {
            throw new FuzzFinding("the line took its link for lost");
        }

        if (judgesCards && _delivered > link.Told)
        {
            throw new FuzzFinding($"{_delivered} reads delivered, and the reader has told {link.Told}");
        }

        if (link.Pulses > _commands.Count)
        {
            throw new FuzzFinding($"the lock was moved {link.Pulses} times by {_commands.Count} commands");
        }
    }

    private bool Offer(DeviceEvent told)
    {
        if (told is DeviceEvent.CredentialRead read)
        {
            if (judgesCards && !(read.Credential is CredentialData.Card card && card.Bits.Span.SequenceEqual(TrueReader.Card.AsSpan(4))))
            {
                throw new FuzzFinding($"delivered what the reader did not say: {read.Credential.GetType().Name}");
            }

            _unconfirmed.Add(read.Number);
            _delivered++;
            _isFresh = !read.QueuedWhileOffline;
        }

        return true;
    }

    private void Confirm(OsdpLine line, bool now)
    {
        if (now)
        {
            _unconfirmed.ForEach(number => line.Confirm(ReaderBench.Point(Address, "reader"), number));
            _unconfirmed.Clear();
        }
    }

    /// <summary>Nobody spoils anything: the reader comes online, a card is a fresh read, and every command has been answered.</summary>
    private void Peace(OsdpLine line, HostileReader link, OsdpSchedule schedule, PeripheralSession session)
    {
        _isFresh = false;
        for (var step = 0; step < PeaceSteps && !_isFresh && !_isAbandoned; step++)
        {
            if (session.State is { Phase: PeripheralPhase.Online, InSession: true, AwaitsReceipt: false })
            {
                link.ShowCard();
            }

            Step(schedule, link);
            Confirm(line, now: true);
        }

        if (!_isFresh)
        {
            throw new FuzzFinding($"in peace again, and no card is read: {session.State}");
        }

        if (_commands.Exists(command => !command.IsCompleted))
        {
            throw new FuzzFinding("a command was never answered");
        }
    }

    private static LineDefinition Definition()
    {
        string[] points = ["reader", "feedback", "tamper", "power", "input1", "output1"];
        var device = new DeviceDefinition(
            ReaderBench.Device(Address), Address, "", TimeSpan.FromMilliseconds(50), null, [.. points.Select(point => new PointDefinition(point, false, null))],
            OsdpSecurity.WithKey(ReaderBench.Key(Address)));
        var serial = new LinkDefinition.Serial("/dev/virtual", 9600, SerialParity.None, 8, 1, false, false, false, false);
        return new LineDefinition(new LineId("line"), "osdp", serial, [device]);
    }
}
