using static Bridge.Devices.Osdp.Polling.PeripheralActions;
using static Bridge.Devices.Osdp.Polling.PeripheralMoves;
using Kind = Bridge.Devices.Osdp.Polling.PeripheralInputKind;
using Phase = Bridge.Devices.Osdp.Polling.PeripheralPhase;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>
/// What the control panel does about everything that a reader can do: the one place where the order of commands is decided. Pure and total: no clock,
/// no wire; the same arguments give the same answer.
/// </summary>
internal static class PeripheralTable
{
    public static PeripheralTransition Next(in PeripheralRules rules, in PeripheralState state, in PeripheralInput input) =>
        input.Kind is Kind.KeyMissing or Kind.EnrolmentBegan or Kind.EnrolmentEnded ? EnrolmentMoves.Next(rules, state, input)
        : state.Phase == Phase.NotEnrolled ? new(state, None)
        : state.Phase == Phase.SetKey && input.Kind is not (Kind.OldSequence or Kind.Echo or Kind.Stranger) ? EnrolmentMoves.SetKey(rules, state, input)
        : Exchange(rules, state, input);

    private static PeripheralTransition Exchange(in PeripheralRules rules, in PeripheralState state, in PeripheralInput input) => input.Kind switch
    {
        Kind.Sent => new(state with { IsOutstanding = true, SentAt = input.Now, Key = KeyOnWire(rules, state) }, None),
        Kind.Silence => Silence(rules, state, input),
        Kind.Answered => Answered(rules, state, input),
        Kind.StatusInstead => StatusInstead(rules, state, input),
        Kind.CredentialReported => CredentialReported(rules, state, input),
        Kind.ReportRepeated => ReportRepeated(rules, state, input),
        Kind.PowerReported => PowerReported(state, input),
        Kind.ReportStored or Kind.FireWaits => Released(state, input),
        Kind.Busy => Busy(rules, state, input),
        Kind.RefusedCheck => RefusedCheck(rules, state, input),
        Kind.RefusedCommand => RefusedCommand(rules, state, input),
        Kind.RefusedSequence => RefusedSequence(rules, state, input),
        Kind.RefusedBlock => RefusedBlock(rules, state, input),
        Kind.RefusedConditions => RefusedConditions(rules, state, input),
        Kind.RefusedUnsecured => RefusedUnsecured(rules, state, input),
        Kind.SequenceZero => SequenceZero(rules, state, input),
        Kind.Untrusted => rules.IsSecure ? Hold(rules, state, input, RemarkUntrusted) : Silence(rules, state, input),
        Kind.HandshakeFailed => rules.IsSecure ? Hold(rules, state, input, RemarkUntrusted) : Silence(rules, state, input),
        Kind.IdentityDiffers => LookAtAgain(state, input, Phase.Replaced, RemarkReplaced),
        Kind.OldSequence or Kind.Echo => new(state, KeepListening),
        Kind.Stranger => new(state, KeepListening | CountStranger),
        Kind.KeyMissing or Kind.EnrolmentBegan or Kind.EnrolmentEnded => EnrolmentMoves.Next(rules, state, input),
    };

    // A repeat is the same bytes, and so the same key.
    private static KeyChoices KeyOnWire(in PeripheralRules rules, in PeripheralState state) =>
        state.Phase is Phase.Challenge or Phase.Held && !state.IsOutstanding ? PeripheralKeys.Of(rules, state) : state.Key;

    private static PeripheralTransition Silence(in PeripheralRules rules, in PeripheralState state, in PeripheralInput input)
    {
        var silences = state.Silences + 1;
        var silent = state with { Silences = silences, Due = input.Now };
        return state.Phase switch
        {
            Phase.Offline or Phase.Replaced or Phase.SecurityDemanded => GoOffline(state, input, None),
            Phase.Identify or Phase.ReadCapabilities => silences < PeripheralTiming.TriesBeforeContact ? new(silent, None) : GoOffline(state, input, None),
            Phase.Challenge or Phase.Cryptogram =>
                silences < PeripheralTiming.TriesBeforeContact ? new(silent, None) : Hold(rules, state, input, RemarkUntrusted),
            Phase.Held => silences < PeripheralTiming.TriesBeforeContact
                ? new(silent, None)
                : GoOffline(Failed(rules, state, input), input, None),
            Phase.SetKey or Phase.NotEnrolled => new(state, None),
            Phase.ConfirmCapabilities or Phase.AnnounceSize or Phase.ReadLocalStatus or Phase.ReadInputs or Phase.ReadOutputs or Phase.ReadReaders
                or Phase.RestoreIndicator or Phase.Online => input.Now - state.LastAnswer >= PeripheralTiming.OfflineAfter
                    ? GoOffline(state, input, DoubtCommand)
                    : new(silent with { Due = silences <= PeripheralTiming.FastRetries ? input.Now : SlowRetryOf(state, input) }, None),
        };
    }

    private static PeripheralTransition Answered(in PeripheralRules rules, in PeripheralState state, in PeripheralInput input)
    {
        var next = Advanced(state, input);
        return state.Phase switch
        {
            Phase.Identify or Phase.Offline or Phase.Replaced or Phase.SecurityDemanded =>
                new(next with { Phase = Phase.ReadCapabilities, Probes = 0 }, Accept),
            Phase.ReadCapabilities => CapabilitiesKnown(rules, next, input),
            Phase.Challenge or Phase.Held => new(next with { Phase = Phase.Cryptogram }, Accept),
            Phase.Cryptogram => EnrolmentMoves.Agreed(rules, next, input),
            Phase.ConfirmCapabilities => new(
                next with { Features = input.Features, Phase = AfterCapabilities(input), UsesChecksum = input.Features.Has(PeripheralFeatures.ChecksumOnly) },
                Accept),
            Phase.AnnounceSize => new(next with { Phase = Phase.ReadLocalStatus }, Accept),
            Phase.ReadLocalStatus or Phase.ReadInputs or Phase.ReadOutputs or Phase.ReadReaders =>
                AfterSynchronizing(state) is var phase && (phase != Phase.RestoreIndicator || state.Features.Has(PeripheralFeatures.Led))
                    ? new(next with { Phase = phase }, Accept)
                    : GoOnline(next, input),
            Phase.RestoreIndicator => GoOnline(next, input),
            Phase.SetKey or Phase.NotEnrolled => new(state, None),
            Phase.Online => new(Settled(next, input) with { Due = Later(input.Now, state.SentAt + rules.PollInterval) }, Accept),
        };
    }

    /// <summary>PDCAP in clear can be forged: whether to secure the line is the site's word alone.</summary>
    private static PeripheralTransition CapabilitiesKnown(in PeripheralRules rules, in PeripheralState next, in PeripheralInput input)
    {
        var known = next with
        {
            Features = input.Features,
            UsesChecksum = next.UsesChecksum || input.Features.Has(PeripheralFeatures.ChecksumOnly),
        };
        if (!rules.IsSecure)
        {
            return new(known with { Phase = AfterCapabilities(input) }, Accept);
        }

        return input.Now < next.HeldUntil
            ? new(known with { Phase = Phase.Held, Sequence = 0, Due = next.HeldUntil, Key = PeripheralKeys.Of(rules, next) }, Accept)
            : new(known with { Phase = Phase.Challenge, Key = PeripheralKeys.Of(rules, next) }, Accept);
    }

    private static PeripheralTransition StatusInstead(in PeripheralRules rules, in PeripheralState state, in PeripheralInput input)
    {
        var next = Advanced(state, input) with { Busies = state.Busies + 1, Sequence = state.IsStart || state.Phase == Phase.Held ? (byte)0 : After(state.Sequence) };
        return next.Busies > PeripheralTiming.MostBusies ? Restart(rules, state, input, RemarkFault | DoubtCommand) : new(next, Accept);
    }

    /// <summary>Right after a start it is the late reply to the frame that had number 0 itself.</summary>
    private static PeripheralTransition SequenceZero(in PeripheralRules rules, in PeripheralState state, in PeripheralInput input) =>
        state.Phase is < Phase.ConfirmCapabilities or > Phase.Online ? new(state, KeepListening) : Restart(rules, state, input, Doubtful(state));

    private static PeripheralTransition CredentialReported(in PeripheralRules rules, in PeripheralState state, in PeripheralInput input) =>
        state.Phase is < Phase.ConfirmCapabilities or > Phase.Online ? StatusInstead(rules, state, input)
            : !state.IsOutstanding ? new(state, KeepListening)
            : new(
                Heard(state, input) with { AwaitsReceipt = true, ReceiptSince = input.Now, Due = Later(input.Now, state.SentAt + rules.PollInterval) },
                Accept);

    private static PeripheralTransition ReportRepeated(in PeripheralRules rules, in PeripheralState state, in PeripheralInput input)
    {
        if (!state.AwaitsReceipt)
        {
            return new(state, KeepListening);
        }

        var alive = Heard(state, input) with { Due = Later(input.Now, state.SentAt + rules.PollInterval) };
        return state.IsToldNotStored || input.Now - state.ReceiptSince < PeripheralTiming.OfflineAfter
            ? new(alive, None)
            : new(alive with { IsToldNotStored = true, IsToldOnline = false }, SayOffline);
    }

    private static PeripheralTransition PowerReported(in PeripheralState state, in PeripheralInput input) =>
        state.Phase == Phase.Online && state.Features.Has(PeripheralFeatures.Led)
        ? new(state with { Phase = Phase.RestoreIndicator, Due = input.Now }, RemarkRestarted)
        : new(state, RemarkRestarted);

    private static PeripheralTransition Released(in PeripheralState state, in PeripheralInput input)
    {
        if (!state.AwaitsReceipt)
        {
            return new(state, None);
        }

        var next = Advanced(state, input) with { LastAnswer = state.LastAnswer };
        return next.Phase == Phase.Online && !next.IsToldOnline ? new(next with { IsToldOnline = true }, SayOnline) : new(next, None);
    }

    private static PeripheralTransition Busy(in PeripheralRules rules, in PeripheralState state, in PeripheralInput input)
    {
        var busies = state.Busies + 1;
        if (busies > PeripheralTiming.MostBusies || (!state.IsStart && input.Now - state.LastAnswer >= PeripheralTiming.OfflineAfter))
        {
            return GoOffline(state, input, DoubtCommand);
        }

        return new(state with { Busies = busies, Silences = 0, Due = input.Now + Longer(rules.PollInterval, PeripheralTiming.BusyPause(busies)) }, None);
    }

    private static PeripheralTransition RefusedCheck(in PeripheralRules rules, in PeripheralState state, in PeripheralInput input)
    {
        var refusals = state.CheckRefusals + 1;
        if (refusals <= PeripheralTiming.MostCheckRefusals)
        {
            var again = state with { CheckRefusals = refusals, Silences = 0, Due = input.Now };

            // Nothing is known of it yet: perhaps it can only sum. A frame with another check is another frame.
            var isUnknown = state.IsStart || state.Phase == Phase.ReadCapabilities;
            return new(isUnknown ? again with { UsesChecksum = !state.UsesChecksum, IsOutstanding = false } : again, None);
        }

        return state.IsStart ? GoOffline(state, input, RemarkFault)
            : state.Phase == Phase.Online && !input.IsPoll && !state.AwaitsReceipt ? Refused(state, input)
            : Restart(rules, state, input, RemarkFault | DoubtCommand);
    }

    private static PeripheralTransition RefusedCommand(in PeripheralRules rules, in PeripheralState state, in PeripheralInput input) => state.Phase switch
    {
        Phase.Identify or Phase.Offline or Phase.Replaced or Phase.SecurityDemanded => Silence(rules, state, input),
        Phase.Challenge or Phase.Cryptogram or Phase.Held => Hold(rules, state, input, RemarkUntrusted),
        Phase.ReadCapabilities or Phase.ConfirmCapabilities or Phase.AnnounceSize or Phase.ReadLocalStatus or Phase.ReadInputs or Phase.ReadOutputs or Phase.ReadReaders
            or Phase.RestoreIndicator => Without(Answered(rules, state, input with { Features = PeripheralFeatures.None })),
        Phase.Online => input.IsPoll || state.AwaitsReceipt ? Restart(rules, state, input, RemarkFault) : Refused(state, input),
        Phase.SetKey or Phase.NotEnrolled => new(state, None),
    };

    /// <summary>A reader that refuses the sequence number has not done the command; one that was asked twice may have done it the first time.</summary>
    private static PeripheralTransition RefusedSequence(in PeripheralRules rules, in PeripheralState state, in PeripheralInput input) => state.Phase switch
    {
        Phase.Identify or Phase.Offline or Phase.Replaced or Phase.SecurityDemanded => Silence(rules, state, input),
        Phase.Held => Hold(rules, state, input, RemarkUntrusted),
        _ => Restart(rules, state, input, Doubtful(state)),
    };

    private static PeripheralTransition RefusedBlock(in PeripheralRules rules, in PeripheralState state, in PeripheralInput input) =>
        rules.IsSecure && (state.InSession || state.Phase is Phase.Challenge or Phase.Cryptogram or Phase.Held)
            ? Hold(rules, state, input, RemarkUntrusted)
            : RefusedCommand(rules, state, input);

    private static PeripheralTransition RefusedConditions(in PeripheralRules rules, in PeripheralState state, in PeripheralInput input) =>
        state.Phase == Phase.Online && input.IsPoll ? Restart(rules, state, input, None) : RefusedCommand(rules, state, input);

    private static PeripheralTransition RefusedUnsecured(in PeripheralRules rules, in PeripheralState state, in PeripheralInput input) =>
        !rules.IsSecure ? LookAtAgain(state, input, Phase.SecurityDemanded, RemarkSecurityDemanded)
        : state.InSession ? Restart(rules, state, input, RemarkRestarted | Doubtful(state))
        : RefusedCommand(rules, state, input);
}
