using Bridge.Devices;
using Bridge.Devices.Intercoms;
using Bridge.Policy;
using Bridge.Policy.Calls;

namespace Bridge.Host.Translation;

/// <summary>What an intercom says of a call, in policy words: the panel by its name in the site file, the unit by what the register says of it.</summary>
public sealed class CallTranslation(WiringIndex wiring, HouseholdLookup households)
{
    /// <summary>Nothing for what no decision depends on, and for a panel at a door of no lobby.</summary>
    public IEnumerable<CallNotice> Translate(DeviceEvent.IntercomCall told)
    {
        // Outside of any call there is nothing that an unlock key could answer.
        if (told.CallId.Length == 0 || wiring.IntercomAt(told.Panel) is not { Lobby: { } lobby } intercom)
        {
            return [];
        }

        var household = told.Unit is null ? null : households.Find(intercom.RegisterUnit(told.Unit), lobby);
        var detail = told.Reason is { } reason ? EventTranslation.Camel(reason.ToString()) : null;
        return StepsOf(told).Select(step => new CallNotice(new PanelId(intercom.Panel), new CallId(told.CallId), step, household, detail));
    }

    /// <summary>None for a key at the panel, which is nobody's business, and for an unlock that is told too late to be obeyed.</summary>
    private static IReadOnlyList<CallStep> StepsOf(DeviceEvent.IntercomCall told) => told.Kind switch
    {
        IntercomCallKind.Started => [CallStep.Started],
        IntercomCallKind.Ringing => [CallStep.Ringing],
        IntercomCallKind.Answered => [CallStep.Answered],
        IntercomCallKind.UnlockRequested => [told.Unit is null ? CallStep.UnlockByUnknown : CallStep.UnlockRequested],
        IntercomCallKind.UnlockMissed or IntercomCallKind.KeyPressed => [],
        IntercomCallKind.Denied => [CallStep.Denied],
        IntercomCallKind.NoAnswer => [CallStep.NoAnswer],
        IntercomCallKind.Busy => [CallStep.Busy],
        IntercomCallKind.Held => [CallStep.Held],
        IntercomCallKind.Resumed => [CallStep.Resumed],
        IntercomCallKind.Transferred => [CallStep.Transferred],
        IntercomCallKind.Ended => EndOf(told.Reason ?? IntercomEndReason.Normal),
    };

    // A refusal that only the end tells of is one all the same; told twice it changes nothing.
    private static IReadOnlyList<CallStep> EndOf(IntercomEndReason reason) => reason switch
    {
        IntercomEndReason.NoAnswer => [CallStep.NoAnswer],
        IntercomEndReason.Denied => [CallStep.Denied, CallStep.Ended],
        IntercomEndReason.Fault => [CallStep.Faulted],
        IntercomEndReason.Normal or IntercomEndReason.Far or IntercomEndReason.Cancelled or IntercomEndReason.Restart or IntercomEndReason.Stale => [CallStep.Ended],
    };
}
