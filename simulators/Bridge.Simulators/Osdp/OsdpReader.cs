using Bridge.Simulators.Clocks;
using Bridge.Simulators.Devices;
using Bridge.Simulators.Osdp.Commands;
using Bridge.Simulators.Osdp.Faults;
using Bridge.Simulators.Osdp.Feedback;
using Bridge.Simulators.Osdp.Reports;
using Bridge.Simulators.Osdp.Security;
using Bridge.Simulators.Osdp.Wire;

namespace Bridge.Simulators.Osdp;

/// <summary>
/// A card reader with keypad, lights, buzzer and display on an OSDP line: the peripheral's side, written apart from the product's code. Outputs: output1
/// and on. Inputs: tamper, input1 and on. Everything may be called from any thread.
/// </summary>
public sealed class OsdpReader : SimulatedDevice, ICredentialReader
{
    public const int LongestCard = 1024;
    private static readonly TimeSpan WatchdogTime = TimeSpan.FromSeconds(8);
    private readonly SimulatedInput _tamper;
    private readonly SimulatedInput[] _inputs;
    private readonly ReportQueue _reports;
    private readonly ReaderConversation _conversation;
    private bool _powerUpUntold = true;
    private bool _powerProblem;
    private ushort _lastRead;
    private Appointment? _watchdog;
    private TimeSpan _heardAt;

    public OsdpReader(string id, byte address, Surroundings surroundings, ReaderProfile profile)
        : base(id, address, surroundings)
    {
        Profile = profile;
        _tamper = AddInput("tamper");
        _inputs = [.. Enumerable.Range(1, profile.Inputs).Select(number => AddInput($"input{number}"))];
        TimedOutputs = [.. Enumerable.Range(1, profile.Outputs).Select(number => new TimedOutput(AddOutput($"output{number}"), surroundings))];
        Lights = new ReaderLights(surroundings, profile.Lights);
        Buzzer = new ReaderBuzzer(surroundings);
        Text = new ReaderText(surroundings, profile.Displays > 0);
        Security = new ReaderSecurity(profile);
        BitsPerSecond = profile.BitsPerSecond;
        _reports = new ReportQueue(surroundings, profile.RepeatsAfterReset);
        _conversation = new ReaderConversation(this, _reports);
        _heardAt = surroundings.Elapsed;
        _watchdog = surroundings.After(WatchdogTime, OnWatchdog);
    }

    public override string Model => "OSDP reader";

    public ReaderProfile Profile { get; }

    public ReaderLights Lights { get; }

    public ReaderBuzzer Buzzer { get; }

    public ReaderText Text { get; }

    public ReceivedFile Files { get; } = new();

    /// <summary>The speed it listens at.</summary>
    public int BitsPerSecond { get; private set; }

    public bool IsInSession => Security.Chain is not null;

    public bool HasKey => Security.HasKey;

    /// <summary>It has been asked within the last eight seconds.</summary>
    public bool IsOnline { get; private set; } = true;

    public bool AcceptsDefaultKey => Security.AcceptsDefaultKey;

    /// <summary>Reports that wait to be told or acknowledged.</summary>
    public int WaitingReports => Locked(() => _reports.Waiting);

    /// <summary>The longest packet that the control panel says it takes; null before it has said so.</summary>
    public int? LongestReply { get; internal set; }

    /// <summary>How long the control panel wants a card kept in the field.</summary>
    public TimeSpan KeptActive { get; internal set; }

    /// <summary>What it says of its own card reader.</summary>
    public CardReaderState CardReader { get; set; }

    /// <summary>What it answers to a vendor's command, after a look at the whole of it; the same bytes unless somebody knows better.</summary>
    public Func<byte[], byte[]> ManufacturerAnswer { get; set; } = static data => data;

    public ReaderFaults Faults => _conversation.Faults;

    int? ICredentialReader.ShownFeedback => null;

    public IReadOnlyList<PresentedCredential> KeptReads => Locked(() => _reports.Kept);

    public IReadOnlyList<ForgottenRead> ForgottenReads => Locked(() => _reports.Forgotten);

    internal ReaderSecurity Security { get; }

    internal IReadOnlyList<TimedOutput> TimedOutputs { get; }

    public PresentedCredential PresentCard(string bits)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits.Length, LongestCard);
        return Remember(CredentialKind.Card, bits, [new Report(ReplyCode.CardBits, ReportText.Card(bits, Profile.CardFormat), null, true)]);
    }

    public PresentedCredential EnterPin(string digits) => Remember(CredentialKind.Pin, digits, Keys(digits + '#'));

    /// <summary>Presses keys: 0 to 9, *, # and what else the keypad has. No PIN comes of it for the oracle.</summary>
    public void PressKeys(string keys) => Locked(() =>
    {
        foreach (var report in Keys(keys).Where(_ => IsOnline || Profile.KeepsReadsOffline))
        {
            _reports.Add(report);
        }

        return 0;
    });

    /// <summary>Has it tell something at the next poll, whatever that is.</summary>
    public void Report(byte code, byte[] payload) => Locked(() =>
    {
        _reports.Add(new Report(code, payload));
        return 0;
    });

    public void SetTamper(bool on) => _tamper.Set(on);

    public void SetPowerProblem(bool on) => Locked(() =>
    {
        _powerProblem = on;
        _reports.Add(new Report(ReplyCode.LocalStatus, LocalStatus()));
        return 0;
    });

    /// <summary>Sets what goes wrong from the next command on.</summary>
    public void SetFaults(ReaderFaults faults) => Locked(() =>
    {
        _conversation.SetFaults(faults);
        return 0;
    });

    /// <summary>The next command is executed and answered with these bytes instead of the right ones.</summary>
    public void AnswerNextWith(byte[] packet) => Locked(() =>
    {
        _conversation.Replacement = packet;
        return 0;
    });

    /// <summary>The eight random bytes of the next handshake.</summary>
    public void DrawNext(byte[] random)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(random.Length, ReaderSecurity.ChallengeLength);
        Locked(() =>
        {
            Security.AnswerNextWith(random);
            return 0;
        });
    }

    /// <summary>Answers one packet from the line. <see cref="Packet.None"/> where it has nothing to say.</summary>
    public Packet Answer(CommandFrame command) => Locked(() =>
    {
        if (!_conversation.Concerns(command))
        {
            return Packet.None;
        }

        CountRequest();
        return _conversation.Answer(command);
    });

    protected internal override void OnInput(SimulatedInput input) => _reports.Add(ReferenceEquals(input, _tamper)
        ? new Report(ReplyCode.LocalStatus, LocalStatus())
        : new Report(ReplyCode.InputStatus, InputStatus()));

    protected override void OnReboot()
    {
        _conversation.Forget();
        _reports.Clear();
        Security.Drop();
        Lights.Reset();
        Buzzer.Reset();
        Text.Reset();
        foreach (var output in TimedOutputs)
        {
            output.Reset();
        }

        _powerUpUntold = true;
        Heard();
        if (Profile.ReportsPowerUp)
        {
            _reports.Add(new Report(ReplyCode.LocalStatus, LocalStatus()));
        }
    }

    /// <summary>The control panel is there.</summary>
    internal void Heard()
    {
        _heardAt = Surroundings.Elapsed;
        IsOnline = true;
        _watchdog ??= Surroundings.After(WatchdogTime, OnWatchdog);
    }

    /// <summary>The next thing to tell.</summary>
    internal Reply Tell() => _reports.Tell() is { } report ? new Reply(report.Code, report.Payload) : Reply.Acknowledged;

    /// <summary>Tamper and power; a power-up is told once.</summary>
    internal byte[] LocalStatus()
    {
        var power = _powerProblem || _powerUpUntold;
        _powerUpUntold = false;
        return [(byte)(_tamper.IsOn ? 1 : 0), (byte)(power ? 1 : 0)];
    }

    internal byte[] InputStatus() => [.. _inputs.Select(input => (byte)(input.IsOn ? 1 : 0))];

    internal byte[] OutputStatus() => [.. TimedOutputs.Select(output => (byte)(output.Output.IsOn ? 1 : 0))];

    /// <summary>Listens elsewhere from now on.</summary>
    internal void Move(byte address, int bitsPerSecond)
    {
        (Unit, BitsPerSecond) = (address, bitsPerSecond);
        _conversation.Forget();
        Security.Drop();
    }

    private IReadOnlyList<Report> Keys(string keys) =>
        [.. (Profile.Keypad == KeypadStyle.EachKey ? keys.Select(key => $"{key}") : [keys]).Select(part => new Report(ReplyCode.Keypad, ReportText.Keys(part), null, true))];

    private PresentedCredential Remember(CredentialKind kind, string text, IReadOnlyList<Report> reports) => Locked(() =>
    {
        _lastRead = _lastRead == ushort.MaxValue ? (ushort)1 : (ushort)(_lastRead + 1);
        var read = new PresentedCredential(Id, BootNumber, _lastRead, kind, text, Surroundings.Elapsed, Surroundings.Now);
        if (!IsOnline && !Profile.KeepsReadsOffline)
        {
            _reports.Refuse(read, ForgottenReason.Offline);
            return read;
        }

        for (var i = 0; i < reports.Count; i++)
        {
            _reports.Add(i == reports.Count - 1 ? reports[i] with { Read = read } : reports[i]);
        }

        return read;
    });

    /// <summary>Not cancelled and made anew by every command: it looks when the last one was, and waits for the rest.</summary>
    private void OnWatchdog()
    {
        var left = _heardAt + WatchdogTime - Surroundings.Elapsed;
        _watchdog = left > TimeSpan.Zero ? Surroundings.After(left, OnWatchdog) : null;
        if (_watchdog is not null)
        {
            return;
        }

        IsOnline = false;
        Security.Drop();
        if (!Profile.KeepsReadsOffline)
        {
            _conversation.Forget();
            _reports.DropReads(ForgottenReason.Offline);
        }
    }

    private T Locked<T>(Func<T> act)
    {
        lock (Surroundings.Gate)
        {
            Surroundings.Settle();
            return act();
        }
    }
}
