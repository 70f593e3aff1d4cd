namespace Bridge.Policy.Admission;

/// <summary>Item 5-1: who the gate post announces and confirms. An announcement lets its own people in, once.</summary>
internal static class AnnouncementPolicy
{
    public static BuildingState Decide(BuildingState state, PolicyInput.GateActed input, DecisionDraft draft) => input.Act switch
    {
        GateAct.Announce announce => Announce(state, announce, input.By, draft),
        GateAct.Confirm confirm => Known(state, confirm.Announcement, input.By, draft, known => Confirm(state, known, confirm.ClearedByControlRoom, input.By, draft)),
        GateAct.Cancel cancel => Known(state, cancel.Announcement, input.By, draft, known => Cancel(state, known, input.By, draft)),
        _ => throw new System.Diagnostics.UnreachableException($"No rule for {input.Act.GetType().Name}."),
    };

    /// <summary>These people are here; whoever else comes is an unannounced visitor.</summary>
    public static BuildingState Match(BuildingState state, CaseState one, CaseAct.MatchAnnouncement act, Step step)
    {
        if (one.Category != Category.AnnouncedVisitor || one.Status is not (CaseStatus.Open or CaseStatus.Verifying or CaseStatus.Cleared))
        {
            return step.Refuse(state, one, Refusal.WrongState);
        }

        if (WrongWith(state, one, act, step) is { } why)
        {
            return step.Refuse(state.With(step.Touch(one)), one, why);
        }

        var free = GiveBack(state, one, step.Draft);
        var known = free.Admission.Announcements[act.Announcement];
        var shown = CaseMoves.Void(one, step.Draft) with
        {
            Household = known.Facts.Household, Reference = act.Announcement.Value, Person = known.Facts.Visitor ?? one.Person, HeadCount = act.HeadCount,
        };
        var evidence = new Evidence(default, EvidenceKind.GateAnnouncement, known.By, null, step.Now, known.ExpiresAt!.Value, known.Facts.HeadCount);
        return CaseMoves.Give(Set(free, known with { Status = AnnouncementStatus.Matched, Case = one.Case }), step.Touch(shown), evidence, step.By, step.Draft);
    }

    /// <summary>The case no longer stands on its announcement: it is there again for its own visitor.</summary>
    public static BuildingState GiveBack(BuildingState state, CaseState one, DecisionDraft draft)
    {
        var held = state.Admission.Announcements.Values.FirstOrDefault(known => known.Case == one.Case && known.Status == AnnouncementStatus.Matched);
        return held is null ? state : Set(state, held with { Status = AnnouncementStatus.Confirmed, Case = null });
    }

    /// <summary>The door opens for them: used up.</summary>
    public static BuildingState Opened(BuildingState state, CaseState one, DecisionDraft draft)
    {
        var held = state.Admission.Announcements.Values.FirstOrDefault(known => known.Case == one.Case && known.Status == AnnouncementStatus.Matched);
        if (held is null)
        {
            return state;
        }

        Tell(EventKind.AnnouncementUsed, held, null, one.Case, draft);
        return Set(state, held with { Status = AnnouncementStatus.Used });
    }

    public static BuildingState Expire(BuildingState state, AnnouncementState known, DecisionDraft draft)
    {
        Tell(EventKind.AnnouncementExpired, known, null, known.Case, draft);
        return EndCase(Set(state, known with { Status = AnnouncementStatus.Expired }), known, Refusal.AnnouncementExpired, null, draft);
    }

    private static Refusal? WrongWith(BuildingState state, CaseState one, CaseAct.MatchAnnouncement act, Step step)
    {
        if (!state.Admission.Announcements.TryGetValue(act.Announcement, out var known) || known.Facts.Household.Lobby != one.Lobby)
        {
            return Refusal.UnknownCase;
        }

        return known.Status switch
        {
            AnnouncementStatus.Draft => Refusal.AnnouncementNotConfirmed,
            AnnouncementStatus.Used => Refusal.AnnouncementUsed,
            AnnouncementStatus.Matched when known.Case != one.Case => Refusal.AnnouncementUsed,
            AnnouncementStatus.Cancelled => Refusal.AnnouncementCancelled,
            AnnouncementStatus.Void => Refusal.AnnouncementVoid,
            _ when step.Now >= known.ExpiresAt => Refusal.AnnouncementExpired,
            _ when !act.NameAgrees => Refusal.NameDiffers,
            _ when act.HeadCount > known.Facts.HeadCount => Refusal.PartyTooLarge,
            _ when known.By == step.By.Actor && !known.Facts.OverRadio => Refusal.OwnRequest,
            _ => null,
        };
    }

    private static BuildingState Announce(BuildingState state, GateAct.Announce act, Party by, DecisionDraft draft)
    {
        var facts = act.Facts;
        if (!(by.Role == Role.GatePost && !facts.OverRadio) && !(by.Role is Role.LobbyAssistant or Role.TeamLead && facts.OverRadio))
        {
            return CaseMoves.Refuse(state, by, null, Refusal.NotYourRole, draft);
        }

        if (facts.HeadCount < 1)
        {
            return CaseMoves.Refuse(state, by, null, Refusal.WrongState, draft);
        }

        if (state.Admission.Announcements.ContainsKey(facts.Announcement) || (by.Lobby is { } lobby && lobby != facts.Household.Lobby))
        {
            return CaseMoves.Refuse(state, by, null, Refusal.UnknownCase, draft);
        }

        if (state.Admission.Announcements.Count >= AdmissionLimits.Announcements)
        {
            return CaseMoves.Refuse(state, by, null, Refusal.TooMany, draft);
        }

        var known = new AnnouncementState(facts, by.Actor, AnnouncementStatus.Draft, null, null) { TouchedAt = draft.Now };
        Tell(EventKind.GateAnnounced, known, by, null, draft);
        return act.Confirmed ? Confirmed(state, known, by, draft) : Set(state, known);
    }

    private static BuildingState Known(BuildingState state, AnnouncementId id, Party by, DecisionDraft draft, Func<AnnouncementState, BuildingState> decide)
    {
        if (!state.Admission.Announcements.TryGetValue(id, out var known) || (by.Lobby is { } lobby && lobby != known.Facts.Household.Lobby))
        {
            return CaseMoves.Refuse(state, by, null, Refusal.UnknownCase, draft);
        }

        var mayAct = known.Facts.OverRadio ? by.Role is Role.LobbyAssistant or Role.TeamLead : by.Role == Role.GatePost;
        return mayAct ? decide(known) : CaseMoves.Refuse(state, by, null, Refusal.NotYourRole, draft);
    }

    private static BuildingState Confirm(BuildingState state, AnnouncementState known, bool cleared, Party by, DecisionDraft draft) =>
        known.Status == AnnouncementStatus.Draft
            ? Confirmed(state, known with { Facts = known.Facts with { ClearedByControlRoom = cleared || known.Facts.ClearedByControlRoom } }, by, draft)
            : CaseMoves.Refuse(state, by, null, Refusal.WrongState, draft);

    private static BuildingState Confirmed(BuildingState state, AnnouncementState known, Party by, DecisionDraft draft)
    {
        if (known.Facts.Household.ThroughControlRoom && !known.Facts.ClearedByControlRoom && state.Rules.Admission.Switches.GateNeedsControlRoom)
        {
            Tell(EventKind.AnnouncementVoid, known, by, null, draft);
            return Set(state, known with { Status = AnnouncementStatus.Void, TouchedAt = draft.Now });
        }

        Tell(EventKind.GateConfirmed, known, by, null, draft);
        return Set(state, known with { Status = AnnouncementStatus.Confirmed, ExpiresAt = draft.Now + state.Rules.Admission.Times.Announcement, TouchedAt = draft.Now });
    }

    private static BuildingState Cancel(BuildingState state, AnnouncementState known, Party by, DecisionDraft draft)
    {
        if (known.Status is not (AnnouncementStatus.Draft or AnnouncementStatus.Confirmed or AnnouncementStatus.Matched))
        {
            return CaseMoves.Refuse(state, by, null, Refusal.WrongState, draft);
        }

        Tell(EventKind.AnnouncementCancelled, known, by, known.Case, draft);
        return EndCase(Set(state, known with { Status = AnnouncementStatus.Cancelled, TouchedAt = draft.Now }), known, Refusal.AnnouncementCancelled, by, draft);
    }

    private static BuildingState EndCase(BuildingState state, AnnouncementState known, Refusal why, Party? by, DecisionDraft draft) =>
        known.Case is { } id && state.Admission.Cases.TryGetValue(id, out var one) && one.Status is CaseStatus.Cleared or CaseStatus.Verifying
            ? CaseMoves.End(state, one, CaseStatus.Expired, why, by, draft)
            : state;

    private static BuildingState Set(BuildingState state, AnnouncementState known) =>
        state.With(state.Admission with { Announcements = state.Admission.Announcements.SetItem(known.Facts.Announcement, known) });

    private static void Tell(EventKind kind, AnnouncementState known, Party? by, CaseId? one, DecisionDraft draft) => CaseMoves.Tell(
        kind,
        new AdmissionFacts
        {
            Lobby = known.Facts.Household.Lobby, Announcement = known.Facts.Announcement, HeadCount = known.Facts.HeadCount, Case = one, Role = by?.Role,
            Household = known.Facts.Household.Household, Person = known.Facts.Visitor,
        },
        by,
        draft);
}
