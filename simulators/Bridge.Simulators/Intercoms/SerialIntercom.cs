using System.Globalization;
using Bridge.Simulators.Clocks;
using Bridge.Simulators.Devices;
using Bridge.Simulators.Links;

namespace Bridge.Simulators.Intercoms;

/// <summary>An intercom that tells its calls over a serial line and takes orders to dial and to hang up.</summary>
public sealed class SerialIntercom : SimulatedDevice, ISimulatedIntercom, ICallSigns
{
    private static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(10);
    private readonly StationOutbox _outbox;
    private bool _isBeating;

    public SerialIntercom(string id, Surroundings surroundings)
        : base(id, 0, surroundings)
    {
        _outbox = new StationOutbox(surroundings);
        Board = new Switchboard(this, surroundings);
    }

    public override string Model => "serial intercom";

    public Switchboard Board { get; }

    /// <summary>Lines that the host has not acknowledged.</summary>
    public int Kept => _outbox.Kept;

    public void SetFaults(IntercomFaults faults)
    {
        lock (Surroundings.Gate)
        {
            _outbox.Faults = faults;
        }
    }

    public void SetTamper(string panel, bool on)
    {
        lock (Surroundings.Gate)
        {
            _outbox.Tell(on ? $"TAMP;{panel};;" : $"OK;{panel};;");
        }
    }

    public void Restart() => Reboot();

    internal void Attach(ISlaveSink sink)
    {
        lock (Surroundings.Gate)
        {
            Surroundings.Settle();
            _outbox.Attach(sink);
            if (_isBeating)
            {
                SayBeat();
            }
            else
            {
                _isBeating = true;
                Beat();
            }
        }
    }

    internal void Detach(ISlaveSink sink)
    {
        lock (Surroundings.Gate)
        {
            _outbox.Detach(sink);
        }
    }

    internal void Hear(string line)
    {
        lock (Surroundings.Gate)
        {
            Surroundings.Settle();
            if (StationLine.Read(line) is not { } fields)
            {
                return;
            }

            CountRequest();
            switch (fields)
            {
                case ["ACK", var sequence]:
                    _outbox.Acknowledged(uint.Parse(sequence, CultureInfo.InvariantCulture));
                    break;
                case ["HB", ..]:
                    _outbox.Resume();
                    SayBeat();
                    break;
                case ["DIAL", var panel, var unit, var request]:
                    Answer(request, Board.Call(panel, unit) is not null ? null : "the panel is in a call");
                    break;
                case ["HANG", var panel, var call, var request]:
                    Answer(request, Board.Calls.TryGetValue(panel, out var open) && Name(open) == call && Board.HangUp(panel) ? null : "there is no such call");
                    break;
                default:
                    break;
            }
        }
    }

    void ICallSigns.Started(StationCall call) => Tell("CALL", call);

    void ICallSigns.Ringing(StationCall call) => Tell("RING", call);

    void ICallSigns.Answered(StationCall call) => Tell("ANSW", call, ";by=" + call.Unit);

    void ICallSigns.Unlock(string panel, StationCall? call)
    {
        if (call is null)
        {
            _outbox.Tell($"OPEN;{panel};;", ";door=1");
        }
        else
        {
            Tell("OPEN", call, ";door=1");
        }
    }

    void ICallSigns.Denied(StationCall call) => Tell("DENY", call);

    void ICallSigns.NotAnswered(StationCall call) => Tell("NOAN", call, ";ring=30");

    void ICallSigns.Busy(StationCall call) => Tell("BUSY", call);

    void ICallSigns.Ended(StationCall call, string reason)
    {
        if (!_outbox.Faults.LosesEnds)
        {
            Tell("END", call, ";reason=" + reason);
        }
    }

    protected override void OnPowerCut()
    {
        Board.Forget();
        _outbox.Clear();
    }

    protected override void OnReboot() => Surroundings.After(TimeSpan.FromSeconds(1), SayBeat);

    private static string Name(StationCall call) => call.Number.ToString(CultureInfo.InvariantCulture);

    private void Tell(string type, StationCall call, string tail = "") => _outbox.Tell($"{type};{call.Panel};{call.Unit};{Name(call)}", tail);

    private void Answer(string request, string? failure) => _outbox.Say(failure is null ? "DONE;" + request : $"FAIL;{request};{failure}");

    private void Beat()
    {
        SayBeat();
        Surroundings.After(BeatEvery, Beat);
    }

    private void SayBeat() => _outbox.Say(string.Create(CultureInfo.InvariantCulture, $"HB;boot={BootNumber}"));
}
