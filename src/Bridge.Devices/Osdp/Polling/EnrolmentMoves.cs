using static Bridge.Devices.Osdp.Polling.PeripheralActions;
using static Bridge.Devices.Osdp.Polling.PeripheralMoves;
using Kind = Bridge.Devices.Osdp.Polling.PeripheralInputKind;
using Phase = Bridge.Devices.Osdp.Polling.PeripheralPhase;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>
/// The rows of <see cref="PeripheralTable"/> that have to do with another key for a reader. What the reader says to KEYSET proves nothing: readers drop the
/// session, answer in clear, or lose the answer. So everything leads to a handshake with the pending key, and if that fails to one with the own key.
/// </summary>
internal static class EnrolmentMoves
{
    public static PeripheralTransition Next(in PeripheralRules rules, in PeripheralState state, in PeripheralInput input) => input.Kind switch
    {
        _ when !rules.IsSecure => new(state, None),
        Kind.KeyMissing => new(
            Fresh(state, Phase.NotEnrolled, TimeSpan.MaxValue) with { IsToldOnline = false, Key = KeyChoices.None, IsKeySent = false },
            DoubtCommand | WipeSession | SayOffline),

        // Somebody stands there and waits: what was held against the reader is not held against him.
        Kind.EnrolmentBegan => new(
            Fresh(state, Phase.Identify, input.Now) with { Key = KeyChoices.None, IsKeySent = false, HeldUntil = input.Now, Failures = 0, Restarts = 0, Probes = 0 },
            DoubtCommand | WipeSession),
        _ when state.InSession && state.Phase != Phase.SetKey => new(state with { IsKeySent = false }, None),
        _ => new(
            Fresh(state, Phase.Identify, input.Now) with { Key = KeyOf(state), IsKeySent = false },
            DoubtCommand | WipeSession),
    };

    /// <summary>Both ends have the keys of a session: what it is good for depends on the base key that it was made with.</summary>
    public static PeripheralTransition Agreed(in PeripheralRules rules, in PeripheralState next, in PeripheralInput input)
    {
        var agreed = next with { Phase = Phase.ConfirmCapabilities, InSession = true };
        var key = PeripheralKeys.Of(rules, next);
        if (key != next.Key)
        {
            // The enrolment ended in the middle of the handshake: a session with its key is none.
            return Hold(rules, next, input, None);
        }

        return key switch
        {
            KeyChoices.Pending => new(agreed with { Key = KeyChoices.Own }, Accept | ProvePending),
            _ when rules.SetsKey && !next.IsKeySent => new(agreed with { Phase = Phase.SetKey }, Accept),
            KeyChoices.Own => new(agreed, rules.Keys.Has(KeyChoices.Pending) ? Accept | ProveOwn : Accept),
            _ => Hold(rules, next, input, RemarkUntrusted),
        };
    }

    /// <summary>KEYSET is to be sent, or is out.</summary>
    public static PeripheralTransition SetKey(in PeripheralRules rules, in PeripheralState state, in PeripheralInput input) => input.Kind switch
    {
        Kind.Sent => new(state with { IsOutstanding = true, SentAt = input.Now, IsKeySent = true }, None),
        Kind.ReportStored or Kind.FireWaits or Kind.PowerReported => new(state, None),
        Kind.Silence when state.Silences + 1 < PeripheralTiming.TriesBeforeContact => new(state with { Silences = state.Silences + 1, Due = input.Now }, None),
        Kind.Busy when state.Busies < PeripheralTiming.MostBusies => new(
            state with { Busies = state.Busies + 1, Due = input.Now + Longer(rules.PollInterval, PeripheralTiming.BusyPause(state.Busies + 1)) }, None),
        Kind.RefusedCheck when state.CheckRefusals < PeripheralTiming.MostCheckRefusals =>
            new(state with { CheckRefusals = state.CheckRefusals + 1, Due = input.Now }, None),
        _ => new(Fresh(state, Phase.Identify, input.Now) with { Key = KeyOf(state) }, DoubtCommand | WipeSession),
    };

    /// <summary>A reader that was sent the pending key most likely has it.</summary>
    private static KeyChoices KeyOf(in PeripheralState state) =>
        state is { Phase: Phase.SetKey, IsKeySent: true } ? KeyChoices.Pending
        : state.Key == KeyChoices.Default ? KeyChoices.None
        : state.Key;
}
