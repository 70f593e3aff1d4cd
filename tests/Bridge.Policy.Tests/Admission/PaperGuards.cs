using Bridge.Policy.Admission;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>Guards of leaders, badges, passes, announcements, tours and records.</summary>
static class PaperGuards
{
    static readonly AnnouncementId G = new("g");
    static readonly Party Radio = Assistant;
    static readonly AnnouncementFacts Guest = new(new("g2"), A1203, 1, null, ClearedByControlRoom: false, OverRadio: false);

    public static readonly GuardRow[] All =
    [
        new("RF-08", "a leader whose time is still to come", () => Leader(He with { From = new DateOnly(2026, 3, 11) }), Refusal.LeaderExpired),
        new("RF-08", "a leader whose time was over yesterday", () => Leader(He with { Until = new DateOnly(2026, 3, 9) }), Refusal.LeaderExpired),
        new("RF-08", "a leader who is not on the list", () => Leader(null), Refusal.LeaderNotListed),
        new("RF-08", "a leader at somebody else's case", () => Scene("visitor, open", id => new CaseAct.RecogniseLeader(id, He, null)), Refusal.WrongState),
        new("RF-09", "a likeness of nothing", () => Scene("leader, open", id => new CaseAct.CompareLikeness(id, true)), Refusal.WrongState),
        new("RF-09", "a badge at a visitor's case", () => Scene("visitor, open", id => new CaseAct.PresentBadge(id, Badge0231, null)), Refusal.WrongState),
        new("RF-11", "the key before the line is stored", () => DeskScenes.All["pass, recording"]().Press(), Refusal.RecordNotStored),
        new("RF-11", "another pass for a line that is written", () => Scene("pass, cleared", id => new CaseAct.PresentPass(id, MilkPass, null)), Refusal.WrongState),
        new("RF-11", "a sheet of paper before the likeness", () => Scene("pass, checked", id => new CaseAct.UsePaperSheet(id, "S-1"), TeamLead), Refusal.WrongState),
        new("RF-11", "a sheet of paper without a number", () => Scene("pass, recording", id => new CaseAct.UsePaperSheet(id, " "), TeamLead), Refusal.WrongState),
        new("RF-11", "a sheet of paper while the door opens", () => Scene("pass, opening", id => new CaseAct.UsePaperSheet(id, "S-1"), TeamLead), Refusal.WrongState, 1),
        new("RF-11", "the assistant's sheet of paper", () => Scene("pass, recording", id => new CaseAct.UsePaperSheet(id, "S-1")), Refusal.NotYourRole),
        new("RF-11", "a sheet of paper twice", () => Paper(Paper(new DeskRun("09:00:00"))), Refusal.PaperSheetUsed),
        new("RF-07", "not announced", () => Match("announced, open", new("nobody")), Refusal.UnknownCase),
        new("RF-07", "announced for another tower", () => Elsewhere(), Refusal.UnknownCase),
        new("RF-07", "not confirmed", () => Said(Guest, confirmed: false), Refusal.AnnouncementNotConfirmed),
        new("RF-07", "another case stands on it", () => DeskScenes.All["announced, cleared"]().Open(Category.AnnouncedVisitor).Act(id => new CaseAct.MatchAnnouncement(id, G, 1, true)), Refusal.AnnouncementUsed),
        new("RF-07", "used", () => DeskScenes.All["announced, opening"]().Open(Category.AnnouncedVisitor).Act(id => new CaseAct.MatchAnnouncement(id, G, 1, true)), Refusal.AnnouncementUsed, 1),
        new("RF-07", "twenty minutes later", () => DeskScenes.All["announced, open"]().After(1200).Open(Category.AnnouncedVisitor).Act(id => new CaseAct.MatchAnnouncement(id, G, 1, true)), Refusal.AnnouncementExpired),
        new("RF-07", "called off", () => DeskScenes.All["announced, open"]().GateSays(new GateAct.Cancel(G)).Act(id => new CaseAct.MatchAnnouncement(id, G, 1, true)), Refusal.AnnouncementCancelled),
        new("RF-07", "for a special unit, not cleared", () => Said(Guest with { Household = A1801 }, confirmed: true), Refusal.AnnouncementVoid),
        new("RF-07", "another name", () => Scene("announced, open", id => new CaseAct.MatchAnnouncement(id, G, 1, NameAgrees: false)), Refusal.NameDiffers),
        new("RF-07", "one more than announced", () => Scene("announced, open", id => new CaseAct.MatchAnnouncement(id, G, 2, true)), Refusal.PartyTooLarge),
        new("RF-07", "nobody at all", () => Scene("announced, open", id => new CaseAct.MatchAnnouncement(id, G, 0, true)), Refusal.WrongState),
        new("RF-07", "who announced it lets them in", () => Own(), Refusal.OwnRequest),
        new("RF-07", "the assistant announces as if she were the gate", () => new DeskRun().GateSays(new GateAct.Announce(Guest, true), Assistant), Refusal.NotYourRole),
        new("RF-07", "the gate announces as if it had called itself", () => new DeskRun().GateSays(new GateAct.Announce(Guest with { OverRadio = true }, true)), Refusal.NotYourRole),
        new("RF-07", "a radio message for another tower", () => new DeskRun().GateSays(new GateAct.Announce(Guest with { Household = B0301, OverRadio = true }, true), Radio), Refusal.UnknownCase),
        new("RF-07", "announced twice under one name", () => DeskScenes.All["announced, open"]().GateSays(new GateAct.Announce(Guest with { Announcement = G }, true)), Refusal.UnknownCase),
        new("RF-07", "an announcement of nobody", () => new DeskRun().GateSays(new GateAct.Announce(Guest with { HeadCount = 0 }, true)), Refusal.WrongState),
        new("RF-07", "so many that somebody must be filling the list", () => Many(), Refusal.TooMany),
        new("RF-07", "confirmed twice", () => DeskScenes.All["announced, open"]().GateSays(new GateAct.Confirm(G, true)), Refusal.WrongState),
        new("RF-07", "the assistant confirms the gate's", () => DeskScenes.All["announced, open"]().GateSays(new GateAct.Cancel(G), Assistant), Refusal.NotYourRole),
        new("RF-07", "an unknown one is confirmed", () => new DeskRun().GateSays(new GateAct.Confirm(G, true)), Refusal.UnknownCase),
        new("RF-07", "a used one is called off", () => DeskScenes.All["announced, opening"]().GateSays(new GateAct.Cancel(G)), Refusal.WrongState, 1),
        new("RF-10", "a tour that the assistant books", () => new DeskRun().OfficeSays(new TourAct.Cancel(new("t")), Assistant), Refusal.NotYourRole),
        new("RF-10", "a tour that is booked twice", () => Book(Book(new DeskRun(), 12), 12), Refusal.WrongState),
        new("RF-10", "a tour of nobody", () => Book(new DeskRun(), 0), Refusal.WrongState),
        new("RF-10", "a tour that is not there is called off", () => new DeskRun().OfficeSays(new TourAct.Cancel(new("t"))), Refusal.UnknownCase),
        new("RF-10", "a tour that nobody booked", () => Scene("tour, open", id => new CaseAct.PresentTour(id, new("x"), 1)), Refusal.UnknownCase),
        new("RF-10", "a tour that was called off", () => DeskScenes.All["tour, open"]().OfficeSays(new TourAct.Cancel(new("t"))).Act(id => new CaseAct.PresentTour(id, new("t"), 1)), Refusal.TourCancelled),
        new("RF-10", "a tour after its window", () => DeskScenes.All["tour, open"]().After(3600).Open(Category.Tour).Act(id => new CaseAct.PresentTour(id, new("t"), 1)), Refusal.TourOutsideWindow),
        new("RF-10", "one more than booked", () => Scene("tour, open", id => new CaseAct.PresentTour(id, new("t"), 13)), Refusal.PartyTooLarge),
        new("RF-10", "one more than are left", () => Scene("tour, entered", id => new CaseAct.PresentTour(id, new("t"), 10)), Refusal.PartyTooLarge, 1),
        new("RF-10", "fewer than nobody, so that more are left", () => Scene("tour, open", id => new CaseAct.PresentTour(id, new("t"), -3)), Refusal.WrongState),
        new("RF-10", "who booked it lets it in", () => Booker(), Refusal.OwnRequest),
        new("A-35", "nothing to complete", () => Scene("visitor, open", id => new CaseAct.CompleteRecord(id, Person("c"))), Refusal.WrongState),
        new("A-35", "complete already, and nothing new", () => Scene("pass, entered", id => new CaseAct.CompleteRecord(id, null)), Refusal.WrongState, 1),
        new("A-35", "a number that was not given", () => Scene("pass, entered", _ => Amend(202603, 2)), Refusal.UnknownCase, 1),
        new("A-35", "a number of next month", () => Scene("pass, entered", _ => Amend(202604, 1)), Refusal.UnknownCase, 1),
        new("A-35", "a number that cannot be", () => Scene("pass, entered", _ => Amend(202603, 0)), Refusal.UnknownCase, 1),
    ];

    static DeskRun Scene(string name, Func<CaseId, CaseAct> act, Party? by = null) => DeskScenes.All[name]().Act(act, by);

    static DeskRun Leader(LeaderFacts? leader) => Scene("leader, open", id => new CaseAct.RecogniseLeader(id, leader, null));

    static DeskRun Paper(DeskRun desk) => desk.Open(Category.PassHolder).Act(id => new CaseAct.PresentPass(id, DecoratorPass, null))
        .Act(id => new CaseAct.CompareLikeness(id, true)).Act(id => new CaseAct.UsePaperSheet(id, "S-1"), TeamLead);

    static DeskRun Match(string scene, AnnouncementId announcement) => Scene(scene, id => new CaseAct.MatchAnnouncement(id, announcement, 1, true));

    static DeskRun Said(AnnouncementFacts facts, bool confirmed) =>
        new DeskRun().GateSays(new GateAct.Announce(facts, confirmed)).Open(Category.AnnouncedVisitor).Act(id => new CaseAct.MatchAnnouncement(id, facts.Announcement, 1, true));

    static DeskRun Elsewhere() => Said(Guest with { Household = B0301 }, confirmed: true);

    static DeskRun Own() => new DeskRun().GateSays(new GateAct.Announce(Guest, true), Gate with { Actor = Assistant.Actor })
        .Open(Category.AnnouncedVisitor).Act(id => new CaseAct.MatchAnnouncement(id, Guest.Announcement, 1, true));

    static DeskRun Many()
    {
        var desk = new DeskRun();
        for (var count = 0; count <= AdmissionLimits.Announcements; count++)
        {
            desk.GateSays(new GateAct.Announce(Guest with { Announcement = new($"g{count}") }, true));
        }

        return desk;
    }

    static DeskRun Book(DeskRun desk, int people, Party? by = null) =>
        desk.OfficeSays(new TourAct.Book(new(new("t"), A, people, desk.Now.Wall, desk.Now.Wall.AddHours(1))), by);

    static DeskRun Booker() => Book(new DeskRun(), 3, Office with { Actor = Assistant.Actor }).Open(Category.Tour).Act(id => new CaseAct.PresentTour(id, new("t"), 1));

    static CaseAct.AmendRecord Amend(int month, int ordinal) => new(new(RecordForm.VisitorLog, month, ordinal), Person("a"));
}
