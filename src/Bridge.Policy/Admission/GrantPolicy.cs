using System.Collections.Immutable;
using Bridge.Policy.Doors;

namespace Bridge.Policy.Admission;

/// <summary>
/// The open key. The only place where evidence becomes a grant and a grant becomes a release: everything is looked at again in the moment of the key.
/// </summary>
internal static class GrantPolicy
{
    public static BuildingState Press(BuildingState state, CaseState one, CaseAct.PressOpen act, Step step)
    {
        if (act.Door != one.Door)
        {
            return step.Refuse(state, one, Refusal.WrongDoor);
        }

        return one.Status switch
        {
            CaseStatus.Cleared => Open(state, one, act, step),
            CaseStatus.Opening => step.Refuse(state, one, Refusal.GrantUsed),
            CaseStatus.Unknown => step.Refuse(state, one, Refusal.OutcomeUnknown),
            CaseStatus.Entered or CaseStatus.NotEntered or CaseStatus.Unseen => Reopen(state, one, act, step),
            CaseStatus.Closed when !one.Grants.IsEmpty => step.Refuse(state, one, Refusal.GrantUsed),
            CaseStatus.Refused or CaseStatus.Expired or CaseStatus.Cancelled or CaseStatus.Closed => step.Refuse(state, one, Refusal.CaseEnded),
            CaseStatus.Recording => step.Refuse(state, one, Refusal.RecordNotStored),
            _ => step.Refuse(state, one, Refusal.EvidenceMissing),
        };
    }

    private static BuildingState Open(BuildingState state, CaseState one, CaseAct.PressOpen act, Step step)
    {
        if (EvidenceCheck.Complete(one, step.Now) is not { } row)
        {
            return step.Refuse(state, one, Refusal.EvidenceExpired);
        }

        var pieces = EvidenceCheck.Of(row, one);
        if (pieces.Exists(piece => piece.HeadCount < one.HeadCount))
        {
            return step.Refuse(state, one, Refusal.PartyTooLarge);
        }

        if (row.Tracked && state.Rules.Admission.Switches.RequirePatrolReachable && state.Rules.Admission.Lobbies[one.Lobby].Handsets.IsEmpty)
        {
            return step.Refuse(state, one, Refusal.PatrolUnreachable);
        }

        if (WrongWith(state, one) is { } why)
        {
            return step.Refuse(state, one, why);
        }

        var (granted, opening) = Mint(state, one, [.. pieces.Select(piece => piece.Id)], row.Needs[0], reopening: false, act, step);
        var counted = TourPolicy.Opened(AnnouncementPolicy.Opened(ForgottenCardPolicy.Opened(granted, opening, step.Draft), opening, step.Draft), opening, row);
        return RecordPolicy.WriteOpened(counted, opening, row, pieces, step);
    }

    private static BuildingState Reopen(BuildingState state, CaseState one, CaseAct.PressOpen act, Step step)
    {
        var last = one.Grants[^1];
        if (last.Reopening || string.IsNullOrWhiteSpace(act.ReopenReason))
        {
            return step.Refuse(state, one, last.Reopening ? Refusal.GrantUsed : Refusal.ReopenReasonMissing);
        }

        if (step.Now > last.MintedAt + state.Rules.Admission.Times.Reopen)
        {
            return step.Refuse(state, one, Refusal.ReopenTooLate);
        }

        if (WrongWith(state, one) is { } why)
        {
            return step.Refuse(state, one, why);
        }

        var (granted, opening) = Mint(state, one, last.Evidence, null, reopening: true, act, step);
        return RecordPolicy.Change(granted, opening, RecordChangeKind.Reopened, step.By, step.Draft);
    }

    // The door is there: rules that no longer know it, or that it is this lobby's, have ended the case.
    private static Refusal? WrongWith(BuildingState state, CaseState one) => state.Doors[one.Door] switch
    {
        { Mode: DoorMode.Blocked or DoorMode.LockedDown } => Refusal.DoorBlocked,
        { Online: false } => Refusal.DoorOffline,
        { Held: not null } => Refusal.DoorHeldOpen,
        _ => null,
    };

    private static (BuildingState State, CaseState Case) Mint(
        BuildingState state, CaseState one, ImmutableList<EvidenceId> evidence, EvidenceKind? kind, bool reopening, CaseAct.PressOpen act, Step step)
    {
        var access = new AccessId(state.AccessCount + 1);
        var life = state.Rules.Admission.Times.Grant;
        var grant = new Grant(access, one.Door, step.By.Actor, step.Now, step.Now + life, evidence) 
        {
            Record = one.Record, Reopening = reopening, ReopenedFrom = reopening ? one.Status : null,
        };
        step.Draft.Announce(new BuildingEvent(EventKind.AccessGranted, step.Draft.At)
        {
            Door = one.Door,
            Access = access,
            Actor = step.By.Actor,
            Admission = CaseMoves.Facts(one, step.By) with
            {
                EvidenceKind = kind, Evidence = evidence[0], Record = one.Record, HeadCount = one.HeadCount, ClientSequence = act.ClientSequence,
                Household = one.Household?.Household,
            },
            Detail = reopening ? "opened once more" : null,
        });
        var opening = CaseMoves.Move(step.Touch(one with { Grants = one.Grants.Add(grant) }), CaseStatus.Opening, step.By, step.Draft);
        var situation = new DoorSituation(state.Rules.Doors[one.Door], state.Rules, state.Fire.Latched);
        var passage = new Passage(access, null, null, Extended: false, step.Now) { Cause = ReleaseCause.Evidence, Within = life };
        var door = DoorPolicy.Grant(DoorPolicy.Before(state.Doors[one.Door], situation, step.Draft), situation, passage, step.Draft);
        return ((state with { AccessCount = access.Number }).With(opening).With(door), opening);
    }
}
