using Bridge.Devices;
using Bridge.Host.Configuration;
using Bridge.Policy;

namespace Bridge.Host.Translation;

/// <summary>
/// Perishable effects into device commands. Null: the door, reader or panel is not wired any more, or has nothing to show or dial with. Device
/// profiles map the policy's own words for feedback (accessGranted) to lights and sounds.
/// </summary>
public sealed class EffectTranslation(WiringIndex wiring, HouseholdLookup households)
{
    public DeviceCommand? ToCommand(DeviceEffect effect) => effect switch
    {
        DeviceEffect.ReleaseLock release => wiring.HasLock(release.Door) ? new DeviceCommand.Pulse(wiring.LockOf(release.Door), release.For) : null,
        DeviceEffect.SecureLock secure => wiring.HasLock(secure.Door) ? new DeviceCommand.SwitchOff(wiring.LockOf(secure.Door)) : null,
        DeviceEffect.ShowFeedback show => wiring.IndicatorOf(show.AccessPoint) is { } point
            ? new DeviceCommand.Indicate(point, EventTranslation.Camel(show.Feedback.ToString()))
            : null,
        DeviceEffect.Dial dial => Dial(dial),
        DeviceEffect.HangUp hangUp => Panel(hangUp.Call.Panel) is { } panel ? new DeviceCommand.HangUp(panel.Source, hangUp.Call.Call.Value) : null,
        _ => throw new System.Diagnostics.UnreachableException($"No command for {effect.GetType().Name}."),
    };

    public static CommandPriority Priority(DeviceEffect effect) => effect switch
    {
        DeviceEffect.ReleaseLock { Cause: Policy.Doors.ReleaseCause.Fire } => CommandPriority.Fire,
        DeviceEffect.ReleaseLock or DeviceEffect.SecureLock => CommandPriority.Lock,
        DeviceEffect.ShowFeedback or DeviceEffect.Dial or DeviceEffect.HangUp => CommandPriority.Indicator,
        _ => throw new System.Diagnostics.UnreachableException($"No priority for {effect.GetType().Name}."),
    };

    private DeviceCommand.Dial? Dial(DeviceEffect.Dial dial) =>
        Panel(dial.Panel) is { } panel && households.Station(dial.Household, dial.Station) is { } number
            ? new DeviceCommand.Dial(panel.Source, panel.IntercomUnit(number))
            : null;

    // Where nobody but the person at the door can dial, nothing is to be done.
    private IntercomWiring? Panel(PanelId panel) => wiring.IntercomOf(panel) is { CanDial: true } intercom ? intercom : null;
}
