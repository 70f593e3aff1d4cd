namespace Bridge.Policy.Admission;

/// <summary>Item 7, booked: the booking opens in its window until its people are inside.</summary>
internal static class TourPolicy
{
    public static BuildingState Decide(BuildingState state, PolicyInput.TourActed input, DecisionDraft draft)
    {
        if (input.By.Role != Role.OfficeDutyOfficer)
        {
            return CaseMoves.Refuse(state, input.By, null, Refusal.NotYourRole, draft);
        }

        return input.Act switch
        {
            TourAct.Book book => Book(state, book.Facts, input.By, draft),
            TourAct.Cancel cancel => Cancel(state, cancel.Tour, input.By, draft),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for {input.Act.GetType().Name}."),
        };
    }

    public static BuildingState Present(BuildingState state, CaseState one, CaseAct.PresentTour act, Step step)
    {
        var late = one.Status is CaseStatus.Entered or CaseStatus.NotEntered or CaseStatus.Unseen && one.Reference == act.Tour.Value;
        if (one.Category != Category.Tour || (!late && one.Status is not (CaseStatus.Open or CaseStatus.Verifying or CaseStatus.Waiting or CaseStatus.Cleared)))
        {
            return step.Refuse(state, one, Refusal.WrongState);
        }

        if (WrongWith(state, one, act, step) is { } why)
        {
            return step.Refuse(state.With(step.Touch(one)), one, why);
        }

        var tour = state.Admission.Tours[act.Tour];
        var shown = CaseMoves.Void(CaseMoves.EndRequest(one, null, step.Draft), step.Draft) with { Reference = act.Tour.Value, HeadCount = act.HeadCount };
        var until = tour.Facts.Until - step.Draft.At.Judged();
        var validFor = new[] { until, state.Rules.Admission.Times.OfficeConsent }.Min();
        var booked = new Evidence(default, EvidenceKind.TourBooking, tour.BookedBy, null, step.Now, step.Now + validFor, act.HeadCount);
        return CaseMoves.Give(state, step.Touch(shown), booked, step.By, step.Draft);
    }

    /// <summary>These people of the booking are inside.</summary>
    public static BuildingState Opened(BuildingState state, CaseState one, EvidenceRow row)
    {
        if (!row.Needs.Contains(EvidenceKind.TourBooking) || one.Reference is not { } reference || !state.Admission.Tours.TryGetValue(new TourId(reference), out var tour))
        {
            return state;
        }

        var left = tour with { Left = tour.Left - one.HeadCount };
        return state.With(state.Admission with { Tours = state.Admission.Tours.SetItem(tour.Facts.Tour, left) });
    }

    /// <summary>The door surely did not open for them: they are still to come.</summary>
    public static BuildingState GiveBack(BuildingState state, CaseState one)
    {
        if (!one.Evidence.Exists(piece => piece.Kind == EvidenceKind.TourBooking) || one.Reference is not { } reference
            || !state.Admission.Tours.TryGetValue(new TourId(reference), out var tour))
        {
            return state;
        }

        var left = tour with { Left = tour.Left + one.HeadCount };
        return state.With(state.Admission with { Tours = state.Admission.Tours.SetItem(tour.Facts.Tour, left) });
    }

    private static Refusal? WrongWith(BuildingState state, CaseState one, CaseAct.PresentTour act, Step step)
    {
        if (!state.Admission.Tours.TryGetValue(act.Tour, out var tour) || tour.Facts.Lobby != one.Lobby)
        {
            return Refusal.UnknownCase;
        }

        var now = step.Draft.At.Judged();
        return tour switch
        {
            { Cancelled: true } => Refusal.TourCancelled,
            _ when now < tour.Facts.From || now >= tour.Facts.Until => Refusal.TourOutsideWindow,
            _ when act.HeadCount > tour.Left => Refusal.PartyTooLarge,
            _ when tour.BookedBy == step.By.Actor => Refusal.OwnRequest,
            _ => null,
        };
    }

    private static BuildingState Book(BuildingState state, TourFacts facts, Party by, DecisionDraft draft)
    {
        if (state.Admission.Tours.Count >= AdmissionLimits.Announcements)
        {
            return CaseMoves.Refuse(state, by, null, Refusal.TooMany, draft);
        }

        // Booking it again would let its people in twice.
        if (state.Admission.Tours.ContainsKey(facts.Tour) || facts.HeadCount < 1 || facts.From >= facts.Until)
        {
            return CaseMoves.Refuse(state, by, null, Refusal.WrongState, draft);
        }

        CaseMoves.Tell(EventKind.TourBooked, new AdmissionFacts { Lobby = facts.Lobby, Tour = facts.Tour, HeadCount = facts.HeadCount, Role = by.Role }, by, draft);
        return state.With(state.Admission with { Tours = state.Admission.Tours.SetItem(facts.Tour, new TourState(facts, by.Actor, facts.HeadCount, Cancelled: false)) });
    }

    private static BuildingState Cancel(BuildingState state, TourId id, Party by, DecisionDraft draft)
    {
        if (!state.Admission.Tours.TryGetValue(id, out var tour) || tour.Cancelled)
        {
            return CaseMoves.Refuse(state, by, null, Refusal.UnknownCase, draft);
        }

        CaseMoves.Tell(EventKind.TourCancelled, new AdmissionFacts { Lobby = tour.Facts.Lobby, Tour = id, Role = by.Role }, by, draft);
        var next = state.With(state.Admission with { Tours = state.Admission.Tours.SetItem(id, tour with { Cancelled = true }) });
        foreach (var one in state.Admission.Cases.Values.Where(one => one.Status == CaseStatus.Cleared && one.Evidence.Exists(piece => piece.Kind == EvidenceKind.TourBooking)))
        {
            next = one.Reference == id.Value ? CaseMoves.End(next, one, CaseStatus.Expired, Refusal.TourCancelled, by, draft) : next;
        }

        return next;
    }
}
