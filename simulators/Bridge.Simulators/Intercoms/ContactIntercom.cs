using Bridge.Simulators.Clocks;
using Bridge.Simulators.Devices;

namespace Bridge.Simulators.Intercoms;

/// <summary>
/// An old intercom of which only contacts can be had: one that follows the bell, one second in five, one for the lifted handset, one for the unlock key, one
/// for its tamper switch. It tells no unit, unless a unit has contacts of its own.
/// </summary>
public sealed class ContactIntercom : ISimulatedIntercom, ICallSigns
{
    private static readonly TimeSpan Bell = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(4);
    private readonly IReadOnlyDictionary<string, SimulatedInput?> _contacts;
    private readonly IReadOnlyDictionary<string, ButtonContacts> _buttons;
    private readonly Surroundings _surroundings;
    private IntercomFaults _faults = new();
    private StationCall? _ringing;

    /// <param name="contacts">call, hook, unlock and tamper; null where not wired.</param>
    /// <param name="buttons">The contacts of single units.</param>
    public ContactIntercom(
        string id, IReadOnlyDictionary<string, SimulatedInput?> contacts, IReadOnlyDictionary<string, ButtonContacts> buttons, Surroundings surroundings)
    {
        Id = id;
        _contacts = contacts;
        _buttons = buttons;
        _surroundings = surroundings;
        Board = new Switchboard(this, surroundings);
    }

    public string Id { get; }

    public Switchboard Board { get; }

    /// <summary>How long the unlock key closes its contact.</summary>
    public TimeSpan UnlockPulse { get; set; } = TimeSpan.FromSeconds(0.2);

    public void SetFaults(IntercomFaults faults) => _faults = faults;

    public void SetTamper(string panel, bool on) => Set("tamper", on);

    public void Restart()
    {
        Board.Forget();
        _ringing = null;
        foreach (var contact in _contacts.Values.Concat(_buttons.Values.SelectMany(button => button.All)))
        {
            contact?.Set(false);
        }
    }

    void ICallSigns.Started(StationCall call)
    {
    }

    void ICallSigns.Ringing(StationCall call)
    {
        _ringing = call;
        Ring(call);
    }

    void ICallSigns.Answered(StationCall call)
    {
        StopRinging(call);
        HookOf(call)?.Set(true);
    }

    void ICallSigns.Unlock(string panel, StationCall? call)
    {
        var key = (call is null ? null : _buttons.GetValueOrDefault(call.Unit)?.Unlock) ?? _contacts.GetValueOrDefault("unlock");
        key?.Set(true);
        _surroundings.After(UnlockPulse, () => key?.Set(false));
    }

    void ICallSigns.Denied(StationCall call) => StopRinging(call);

    void ICallSigns.NotAnswered(StationCall call) => StopRinging(call);

    void ICallSigns.Busy(StationCall call)
    {
    }

    void ICallSigns.Ended(StationCall call, string reason)
    {
        StopRinging(call);
        if (!_faults.LosesEnds)
        {
            HookOf(call)?.Set(false);
        }
    }

    private void Ring(StationCall call)
    {
        if (!ReferenceEquals(_ringing, call))
        {
            return;
        }

        BellOf(call)?.Set(true);
        _surroundings.After(Bell, () => BellOf(call)?.Set(false));
        _surroundings.After(Bell + Pause, () => Ring(call));
    }

    private void StopRinging(StationCall call)
    {
        _ringing = null;
        BellOf(call)?.Set(false);
    }

    private SimulatedInput? BellOf(StationCall call) => _buttons.GetValueOrDefault(call.Unit)?.Call ?? _contacts.GetValueOrDefault("call");

    private SimulatedInput? HookOf(StationCall call) => _buttons.GetValueOrDefault(call.Unit)?.Hook ?? _contacts.GetValueOrDefault("hook");

    private void Set(string contact, bool on) => _contacts.GetValueOrDefault(contact)?.Set(on);
}
