using Bridge.Policy.Admission;
using Bridge.Policy.Calls;
using Bridge.Policy.Doors;

namespace Bridge.Policy.Tests.Admission;

/// <summary>
/// What has to hold for every opening, found out from what went in and not from what the policy keeps: its own book of who said what and when.
/// </summary>
sealed class DeskLaws
{
    readonly Dictionary<CaseId, DeskBook> cases = [];
    readonly DeskQuestions questions = new();
    readonly Dictionary<CallKey, DeskRing> calls = [];
    readonly Dictionary<RecordForm, RecordNumber> records = [];
    readonly Dictionary<AccessId, (DeskBook Book, bool Again)> opened = [];
    readonly HashSet<RecordNumber> stored = [];

    /// <summary>Whether the policy's own timers are looked at: a control that spoils them is to be found by what it opens.</summary>
    public bool Exact { get; init; } = true;

    /// <summary>Ticks were missed: the first one after that may leave something for the next.</summary>
    public bool TicksAreLate { get; set; }

    public DeskTrials Trials { get; } = new();

    public HashSet<Category> Categories { get; } = [];

    public string? Broken(BuildingState before, PolicyInput input, Decision decision)
    {
        Trials.See(input, cases, before);
        if (decision.Effects.Count == 0)
        {
            Hear(input, [], before);
            return Refused(before, decision, [], input, Exact && !TicksAreLate);
        }

        var events = decision.Effects.OfType<OutboundEffect.Announce>().Select(announce => announce.Event).ToList();
        foreach (var told in events)
        {
            Note(told, input);
        }

        Hear(input, events, before);
        return Numbers(decision)
            ?? Himself(input, events)
            ?? decision.Effects.OfType<DeviceEffect.ReleaseLock>().Where(one => one.Cause == ReleaseCause.Evidence)
                .Select(one => Release(one, input, events, before)).FirstOrDefault(law => law is not null)
            ?? Refused(before, decision, events, input, Exact && !TicksAreLate);
    }

    void Note(BuildingEvent told, PolicyInput input)
    {
        if (told.Admission is not { Case: { } id, Category: { } category } facts)
        {
            return;
        }

        var book = cases.TryGetValue(id, out var known) ? known : cases[id] = new DeskBook(category, input.At.Elapsed);
        if (book.Category != category)
        {
            // Another kind of case: only a call that opened it by itself goes on to count.
            if (book.Category != Category.Undecided)
            {
                book.Said.Clear();
            }

            book.Category = category;
        }

        questions.Note(told, id);
        if (told.Kind is EventKind.EvidenceVoided && facts.EvidenceKind is { } kind)
        {
            book.Said.Remove(kind);
            book.RanOut = facts.Refusal == Refusal.EvidenceExpired;
        }
    }

    // The inputs that can speak for somebody, as they came.
    void Hear(PolicyInput input, List<BuildingEvent> events, BuildingState before)
    {
        if (events.Exists(told => told.Kind == EventKind.ActRefused) && input is not PolicyInput.CaseActed { Act: CaseAct.EmergencyEntry })
        {
            return;
        }

        var now = input.At.Elapsed;
        switch (input)
        {
            case PolicyInput.CaseActed { By.Role: Role.LobbyAssistant or Role.TeamLead } acted:
                HearDesk(acted, now, before);
                break;
            case PolicyInput.RequestActed { Act: RequestAct.Reply reply } acted when questions.Answer(acted, id => cases[id].Category) is { } question:
                HearAnswer(question.Case, reply.Answer, acted.By.Role, now);
                break;
            case PolicyInput.BridgeStarted:
                questions.CloseEverything();
                foreach (var book in cases.Values)
                {
                    book.Said.Clear();
                }

                break;
            case PolicyInput.ReleaseEnded { Access: { } access, Outcome: ReleaseOutcome.Refused or ReleaseOutcome.NotSent } when opened.TryGetValue(access, out var failed):
                Failed(failed.Book, failed.Again);
                break;
            case PolicyInput.RecordStored done:
                stored.Add(done.Record);
                break;
            case PolicyInput.CallTold told:
                HearCall(told.Notice, now, before);
                break;
            default:
                break;
        }
    }

    void HearAnswer(CaseId id, Answer answer, Role role, TimeSpan now)
    {
        if (answer == Answer.Yes)
        {
            Say(id, role == Role.ControlRoom ? EvidenceKind.ControlRoomYes
                : cases[id].Category == Category.Employee ? EvidenceKind.ForgottenBadgeConfirmed : EvidenceKind.OfficeYes, now);
        }
        else if (answer == Answer.NobodyAnswers && role == Role.ControlRoom)
        {
            Say(id, EvidenceKind.NoAnswerProof, now);
        }
    }

    // Surely not released: it is as if the key had not been pressed, but only that press.
    static void Failed(DeskBook book, bool again)
    {
        if (again)
        {
            book.Reopened = false;
            return;
        }

        (book.Said, book.FirstGrant) = (new(book.Used), null);
    }

    void HearCall(CallNotice notice, TimeSpan now, BuildingState before)
    {
        var key = new CallKey(notice.Panel, notice.Call);
        var ring = calls.TryGetValue(key, out var known) ? known : calls[key] = new DeskRing(notice.Household?.Household, now);
        if (notice.Step == CallStep.Ringing)
        {
            ring.Since ??= now;
        }

        ring.Spoke |= notice.Step is CallStep.Answered;
        if (notice.Step is CallStep.Answered or CallStep.Ended or CallStep.Busy or CallStep.Faulted or CallStep.Denied or CallStep.NoAnswer)
        {
            ring.Over ??= now;
        }

        if (notice.Step == CallStep.UnlockRequested && before.Admission.Calls.TryGetValue(key, out var live)
            && before.Admission.Cases.Values.FirstOrDefault(one => one.Request?.Call == new CallOfCase(notice.Panel, notice.Call)) is { } one
            && live.Household == one.Household?.Household && live.Status is CallStatus.Ringing or CallStatus.Talking)
        {
            Say(one.Case, EvidenceKind.HouseholdYes, now);
        }
    }

    void HearDesk(PolicyInput.CaseActed acted, TimeSpan now, BuildingState before)
    {
        switch (acted.Act)
        {
            case CaseAct.RecogniseResident { Resident.Standing: ResidentStanding.Active } act: Say(act.Case, EvidenceKind.RecognisedResident, now); break;
            case CaseAct.RecogniseLeader { Leader: not null } act: Say(act.Case, EvidenceKind.RecognisedLeader, now); break;
            case CaseAct.PresentBadge { Badge.Status: DocumentStatus.Active } act: Say(act.Case, EvidenceKind.BadgeChecked, now); break;
            case CaseAct.CompareLikeness { Agrees: true } act: Say(act.Case, EvidenceKind.LikenessAgrees, now); break;
            case CaseAct.TypeName { Answer.Answer: NameAnswer.Match } act: Say(act.Case, EvidenceKind.RegisterMatch, now); break;
            case CaseAct.CompareAppearance { Agrees: true } act: Say(act.Case, EvidenceKind.AppearanceAgrees, now); break;
            case CaseAct.PresentPass { Pass.Status: DocumentStatus.Active } act: Say(act.Case, EvidenceKind.PassChecked, now); break;
            case CaseAct.UsePaperSheet act when acted.By.Role == Role.TeamLead: Say(act.Case, EvidenceKind.PaperRecord, now); break;
            case CaseAct.PresentTour act: Say(act.Case, EvidenceKind.TourBooking, now); break;
            case CaseAct.HeardFromHousehold { Yes: true } act when Talks(before, act.Case): Say(act.Case, EvidenceKind.HouseholdYes, now); break;
            case CaseAct.HostAtDoor act when before.Admission.Cases[act.Case].Status == CaseStatus.Holding: Say(act.Case, EvidenceKind.HouseholdYes, now); break;
            case CaseAct.MatchAnnouncement { NameAgrees: true } act when before.Admission.Announcements.TryGetValue(act.Announcement, out var known)
                && known.Status == AnnouncementStatus.Confirmed && known.ExpiresAt > now && act.HeadCount <= known.Facts.HeadCount:
                Say(act.Case, EvidenceKind.GateAnnouncement, known.ExpiresAt!.Value - TimeSpan.FromMinutes(20));
                break;
            default: break;
        }
    }

    static bool Talks(BuildingState before, CaseId id) => before.Admission.Cases[id].Request?.Call is { } call
        && before.Admission.Calls.TryGetValue(new(call.Panel, call.Call), out var live) && live.Status == CallStatus.Talking;

    void Say(CaseId id, EvidenceKind kind, TimeSpan now)
    {
        if (cases.TryGetValue(id, out var book))
        {
            book.Said[kind] = now;
            book.RanOut = false;
        }
    }

    string? Release(DeviceEffect.ReleaseLock release, PolicyInput input, List<BuildingEvent> events, BuildingState before)
    {
        var granted = events.SingleOrDefault(told => told.Kind == EventKind.AccessGranted && told.Access == release.Access && told.Door == release.Door);
        if (granted?.Admission is not { Case: { } id, Evidence: not null })
        {
            return "the desk's key released a door without a grant that names its case and its evidence";
        }

        if (input is not PolicyInput.CaseActed { By.Role: var role, Act: CaseAct.PressOpen or CaseAct.EmergencyEntry })
        {
            return $"{input.GetType().Name} released a door";
        }

        if (input is PolicyInput.CaseActed { Act: CaseAct.PressOpen press, By: var by } && (press.Case != id || press.Door != release.Door
            || before.Admission.Cases[id].Door != release.Door || by.Lobby != before.Admission.Cases[id].Lobby || role is not (Role.LobbyAssistant or Role.TeamLead)))
        {
            return "not the door, the case, the lobby or the role";
        }

        if (release.Deadline.Elapsed - input.At.Elapsed != TimeSpan.FromSeconds(15))
        {
            return "a grant lives fifteen seconds";
        }

        var door = before.Doors[release.Door];
        if (!door.Online || door.Mode is DoorMode.Blocked or DoorMode.LockedDown)
        {
            return "a door that may not open was opened";
        }

        Trials.Openings++;
        if (opened.ContainsKey(release.Access!.Value))
        {
            return "one grant, two pulses";
        }

        var broken = Speaks(cases[id], id, input.At.Elapsed, before, HasReason(input), out var again);
        opened[release.Access.Value] = (cases[id], again);
        return broken;
    }

    static bool HasReason(PolicyInput input) => input is PolicyInput.CaseActed { Act: CaseAct.PressOpen { ReopenReason: { } why } } && !string.IsNullOrWhiteSpace(why);

    string? Speaks(DeskBook book, CaseId id, TimeSpan now, BuildingState before, bool reason, out bool again)
    {
        var one = before.Admission.Cases.GetValueOrDefault(id);
        again = false;
        if (!DeskEvidence.IsEnough(book, one?.Household is { ThroughControlRoom: true }, now) || !NobodyIn(book, one, now))
        {
            again = reason && book is { FirstGrant: { } first, Reopened: false } && now - first <= TimeSpan.FromSeconds(60);
            book.Reopened = true;
            return again ? null : $"{book.Category} opened without what speaks for it: {string.Join(", ", book.Said)} at {now}";
        }

        if (book.FirstGrant is not null && book.Category != Category.Tour)
        {
            return $"{book.Category} opened a second time in one case";
        }

        Categories.Add(book.Category);
        var recorded = book.Category != Category.PassHolder || book.Said.ContainsKey(EvidenceKind.PaperRecord)
            || (one?.Record is { } record && stored.Contains(record));
        (book.Used, book.Said) = (book.Said, []);
        (book.FirstGrant, book.Reopened) = (now, false);
        return recorded ? null : "a pass opened before its line was stored";
    }

    // The name route needs two calls that rang in full and that nobody answered, by our own clock.
    bool NobodyIn(DeskBook book, CaseState? one, TimeSpan now) =>
        book.Category != Category.SelfDeclaredResident || book.Said.ContainsKey(EvidenceKind.HouseholdYes) || book.Said.ContainsKey(EvidenceKind.ControlRoomYes)
        || book.Said.ContainsKey(EvidenceKind.NoAnswerProof) || calls.Values.Count(ring => ring.IsFull(book, one?.Household?.Household, now)) >= 2;

    string? Himself(PolicyInput input, List<BuildingEvent> events) =>
        input is PolicyInput.RequestActed { By.Actor: var by, Act.Request: var request } && questions.Find(request)?.Asker == by
        && events.Exists(told => told.Kind == EventKind.EvidenceGiven)
            ? "somebody answered his own question"
            : null;

    string? Numbers(Decision decision)
    {
        foreach (var line in decision.Effects.OfType<OutboundEffect.WriteRecord>().Select(write => write.Line.Number))
        {
            var expected = records.TryGetValue(line.Form, out var last) && last.Month == line.Month ? last.Ordinal + 1 : 1;
            if (line.Ordinal != expected)
            {
                return $"{line} is not the next number";
            }

            records[line.Form] = line;
        }

        return null;
    }

    static string? Refused(BuildingState before, Decision decision, List<BuildingEvent> events, PolicyInput input, bool exact) =>
        events.Count == 1 && events[0] is { Kind: EventKind.ActRefused, Admission.Refusal: null } ? "refused without a reason"
        : exact && decision.Next.NextDue <= input.At.Elapsed && input is PolicyInput.Tick ? "a tick left something due"
        : before.AccessCount > decision.Next.AccessCount ? "an access number went back" : null;
}
