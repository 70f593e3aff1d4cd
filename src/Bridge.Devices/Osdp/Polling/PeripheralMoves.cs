using static Bridge.Devices.Osdp.Polling.PeripheralActions;
using Phase = Bridge.Devices.Osdp.Polling.PeripheralPhase;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>The moves that several rows of <see cref="PeripheralTable"/> share. Pure, like the table.</summary>
internal static class PeripheralMoves
{
    /// <summary>0 is used once, for the first frame; then 1, 2, 3, 1.</summary>
    public static byte After(byte sequence) => sequence == 3 ? (byte)1 : (byte)(sequence + 1);

    public static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    public static TimeSpan Longer(TimeSpan one, TimeSpan other) => Later(one, other);

    public static PeripheralState Heard(in PeripheralState state, in PeripheralInput input) =>
        state with { LastAnswer = input.Now, Silences = 0, Busies = 0, CheckRefusals = 0 };

    /// <summary>The command is done with: the next one has the next number.</summary>
    public static PeripheralState Advanced(in PeripheralState state, in PeripheralInput input) => Heard(state, input) with
    {
        Sequence = After(state.Sequence),
        IsOutstanding = false,
        AwaitsReceipt = false,
        IsToldNotStored = false,
        Due = input.Now,
    };

    /// <summary>Once a second, and once more when the limit is reached.</summary>
    public static TimeSpan SlowRetryOf(in PeripheralState state, in PeripheralInput input)
    {
        var limit = state.LastAnswer + PeripheralTiming.OfflineAfter;
        var retry = state.SentAt + PeripheralTiming.SlowRetry;
        return Later(input.Now, retry < limit ? retry : limit);
    }

    public static Phase AfterCapabilities(in PeripheralInput input) =>
        input.Features.Has(PeripheralFeatures.LongFrames) ? Phase.AnnounceSize : Phase.ReadLocalStatus;

    public static Phase AfterSynchronizing(in PeripheralState state) =>
        state.Phase < Phase.ReadInputs && state.Features.Has(PeripheralFeatures.Inputs) ? Phase.ReadInputs
        : state.Phase < Phase.ReadOutputs && state.Features.Has(PeripheralFeatures.Outputs) ? Phase.ReadOutputs
        : state.Phase < Phase.ReadReaders && state.Features.Has(PeripheralFeatures.Readers) ? Phase.ReadReaders
        : Phase.RestoreIndicator;

    public static PeripheralTransition GoOnline(in PeripheralState next, in PeripheralInput input) => next.IsToldOnline
        ? new(next with { Phase = Phase.Online, OnlineSince = input.Now }, Accept)
        : new(next with { Phase = Phase.Online, OnlineSince = input.Now, IsToldOnline = true }, Accept | SayOnline);

    /// <summary>A session that has lasted makes what was before it forgotten.</summary>
    public static PeripheralState Settled(in PeripheralState state, in PeripheralInput input) =>
        input.Now - state.OnlineSince >= PeripheralTiming.Settled ? state with { Failures = 0, Restarts = 0 } : state;

    public static PeripheralTransition Refused(in PeripheralState state, in PeripheralInput input) => new(Advanced(state, input), RejectCommand);

    /// <summary>The step was refused: go on without what it would have given.</summary>
    public static PeripheralTransition Without(in PeripheralTransition transition) => transition with { Actions = transition.Actions & ~Accept };

    public static PeripheralActions Doubtful(in PeripheralState state) => state.Silences > 0 || state.Busies > 0 || state.AwaitsReceipt ? DoubtCommand : RejectCommand;

    /// <summary>Everything that belongs to the link as it was is gone; what is remembered of the reader's behaviour stays.</summary>
    public static PeripheralState Fresh(in PeripheralState state, Phase phase, TimeSpan due) => new()
    {
        Phase = phase,
        Due = due,
        UsesChecksum = state.UsesChecksum,
        Key = state.Key,
        IsKeySent = state.IsKeySent,
        Failures = state.Failures,
        Restarts = state.Restarts,
        Probes = state.Probes,
        HeldUntil = state.HeldUntil,
        LastAnswer = state.LastAnswer,
        SentAt = state.SentAt,
        IsToldOnline = state.IsToldOnline,
    };

    /// <summary>
    /// The link starts again with sequence number 0. The host is not told: a reader that restarts is back within a second, and when it is not, the steps
    /// that follow say so.
    /// </summary>
    public static PeripheralTransition Restart(
        in PeripheralRules rules, in PeripheralState state, in PeripheralInput input, PeripheralActions actions)
    {
        var restarts = state.Restarts + 1;
        var counted = state with { Restarts = restarts };
        return restarts <= PeripheralTiming.MostRestarts ? new(Fresh(counted, Phase.Identify, input.Now), actions | WipeSession)
            : rules.IsSecure ? Hold(rules, counted, input, actions | RemarkFault)
            : GoOffline(counted, input, actions | RemarkFault);
    }

    /// <summary>Every attempt is held back, whichever key it was with: two keys are not twice as many guesses.</summary>
    public static PeripheralState Failed(in PeripheralRules rules, in PeripheralState state, in PeripheralInput input)
    {
        var failures = state.Failures + 1;
        return state with { Failures = failures, HeldUntil = input.Now + PeripheralTiming.Hold(failures), Key = PeripheralKeys.After(rules, state) };
    }

    public static PeripheralTransition Hold(in PeripheralRules rules, in PeripheralState state, in PeripheralInput input, PeripheralActions actions)
    {
        var failed = Failed(rules, state, input);
        return new(
            Fresh(failed, Phase.Held, failed.HeldUntil) with { IsToldOnline = false, Features = state.Features },
            actions | DoubtCommand | WipeSession | SayOffline);
    }

    public static PeripheralTransition GoOffline(in PeripheralState state, in PeripheralInput input, PeripheralActions actions)
    {
        var probes = state.Probes + 1;
        return new(
            Fresh(state, Phase.Offline, input.Now + PeripheralTiming.Probe(probes)) with { IsToldOnline = false, Probes = probes },
            actions | WipeSession | SayOffline);
    }

    public static PeripheralTransition LookAtAgain(
        in PeripheralState state, in PeripheralInput input, Phase phase, PeripheralActions actions) => new(
            Fresh(state, phase, input.Now + PeripheralTiming.LookAgain) with { IsToldOnline = false },
            actions | DoubtCommand | WipeSession | SayOffline);
}
