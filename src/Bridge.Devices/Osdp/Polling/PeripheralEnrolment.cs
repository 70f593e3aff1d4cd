using Bridge.Devices.Doors;
using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Messages.Commands;
using Bridge.Devices.Osdp.Security;
using Kind = Bridge.Devices.Osdp.Polling.PeripheralInputKind;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>The keys' side of one reader's session: which may be used, when an enrolment begins and ends, and what came of it.</summary>
internal sealed class PeripheralEnrolment(PeripheralPlan plan, PeripheralMemory memory, MonotonicClock clock)
{
    private readonly KeyRing _keys = memory.Keys;
    private string _said = "";

    public PeripheralRules Rules => new(plan.IsSecure, plan.Definition.PollInterval, _keys.Choices, _keys.Open is not null);

    /// <summary>What has to be told to the transition table before anything else is done; null when nothing has.</summary>
    public Kind? Due(in PeripheralState state)
    {
        var now = clock.Now;
        return !plan.IsSecure ? null
            : _keys.End(now) ? Kind.EnrolmentEnded
            : _keys.Begin(now) ? Kind.EnrolmentBegan
            : state.Phase != PeripheralPhase.NotEnrolled && _keys.Choices == KeyChoices.None ? Kind.KeyMissing
            : null;
    }

    /// <summary>Makes the frame of this state with what key it needs; false when that key may not be used.</summary>
    public bool TryMake(CommandFrame frame, in PeripheralState state, IOsdpCommand? work)
    {
        if (state.Phase is PeripheralPhase.Challenge or PeripheralPhase.Held)
        {
            return TryChallenge(frame, state);
        }

        frame.Make(state, state.Phase == PeripheralPhase.SetKey ? Keyset() : work);
        return true;
    }

    public void Note(Kind kind, in PeripheralState before, PeripheralActions actions, ReplyJudge judge)
    {
        if (actions.Has(PeripheralActions.ProvePending))
        {
            Proved();
        }
        else if (actions.Has(PeripheralActions.ProveOwn))
        {
            Kept();
        }

        if (_keys.Open is not null && Words(kind, before, actions, judge) is { } words)
        {
            Say(words);
        }
    }

    private bool TryChallenge(CommandFrame frame, in PeripheralState state)
    {
        var choice = PeripheralKeys.Of(Rules, state);
        using var key = _keys.Take(choice);
        if (key is not null)
        {
            frame.MakeChallenge(state, key, choice == KeyChoices.Default ? KeySelector.Default : KeySelector.Own);
        }

        return key is not null;
    }

    /// <summary>From here on the reader may have the new key.</summary>
    private KeysetCommand Keyset()
    {
        _keys.Open!.IsKeySent = true;
        Say("a session is up; the new key is sent");
        return new KeysetCommand(_keys.Pending!);
    }

    private void Proved()
    {
        _keys.PromotePending();
        if (_keys.Open is { } order)
        {
            (memory.ExpectedIdentity, memory.ExpectedClientId) = (memory.SeenIdentity, memory.SeenClientId);
            order.Finish(new OsdpEnrolmentEnd.Proved(memory.SeenClientId, memory.SeenIdentity));
        }
        else
        {
            memory.Said.KeySettled(isPending: true, clock.Timestamp);
        }
    }

    private void Kept()
    {
        _keys.DropPending();
        if (_keys.Open is { } order)
        {
            order.Finish(new OsdpEnrolmentEnd.NotTaken("the reader did not take the new key; it still has the one before"));
        }
        else
        {
            memory.Said.KeySettled(isPending: false, clock.Timestamp);
        }
    }

    private static string? Words(Kind kind, in PeripheralState before, PeripheralActions actions, ReplyJudge judge) => (kind, before.Phase) switch
    {
        (Kind.EnrolmentBegan, _) => "the reader is looked for",
        (Kind.IdentityDiffers, _) => "another device than the enrolled one answers at its address",
        (Kind.RefusedCommand or Kind.RefusedConditions or Kind.RefusedUnsecured, PeripheralPhase.SetKey) => $"the reader refused the new key{Nak(judge)}; looking which key it has",
        (_, PeripheralPhase.SetKey) when actions.Has(PeripheralActions.WipeSession) => "the key was sent; now a handshake with it",
        (_, PeripheralPhase.Challenge or PeripheralPhase.Cryptogram or PeripheralPhase.Held) when actions.Has(PeripheralActions.RemarkUntrusted) =>
            $"a handshake with {Name(before.Key)} failed{Why(kind, judge)}; it is tried again after a pause",
        _ when actions.Has(PeripheralActions.SayOffline) || (before.IsAway && kind == Kind.Silence) => "the reader does not answer",
        _ => null,
    };

    private static string Why(Kind kind, ReplyJudge judge) => kind == Kind.HandshakeFailed ? $" ({judge.HandshakeFailure})" : kind == Kind.Silence ? " (no answer)" : Nak(judge);

    private static string Nak(ReplyJudge judge) => judge.Nak is { } nak ? $" (NAK {(byte)nak}, {nak})" : "";

    private static string Name(KeyChoices key) => key switch
    {
        KeyChoices.Default => "the default key",
        KeyChoices.Pending => "the new key",
        _ => "the reader's own key",
    };

    private void Say(string words)
    {
        if (_said != words)
        {
            _said = words;
            _keys.Open?.Say(words);
        }
    }
}
