using System.Collections.Immutable;
using Bridge.Console;
using Bridge.Console.Desk;
using Bridge.Console.Desk.Queue;
using Bridge.Console.Doors;
using Bridge.Host.Accounts;
using Bridge.Host.Api;
using Bridge.Host.Api.Lobby;
using Bridge.Host.ReadModel;
using Bridge.Host.Translation;
using Bridge.Journal.Records;
using Bridge.Policy;
using Bridge.Policy.Admission;
using Bridge.Policy.Alerts;
using Bridge.Policy.Calls;

namespace Bridge.Host.Seats;

/// <summary>Draws a desk's picture from what is on disk.</summary>
internal sealed class DeskPicture(DeskOffice office, DeskViews views, RegisterFacts register, BuildingMonitor monitor, IDoorBoard board, LobbyDoors doors)
{
    private static readonly TimeSpan KeepDone = TimeSpan.FromMinutes(10);

    /// <summary>Ends when there is something new to draw.</summary>
    public Task Changed => monitor.Changed;

    public ImmutableList<RecentEvent> Recent => monitor.Journalled.Recent;

    public DeskView Draw(Caller caller, PersonMemory people)
    {
        var viewer = new Api.Live.Viewer(caller.Post?.Role, caller.Lobby, caller.ReachOf(Permission.OpenCase));
        var state = monitor.Journalled.State.Admission;
        var now = office.Now;
        var picture = board.Current;
        return new DeskView(picture.ObservedAt, picture.Links, [.. picture.Doors.Where(door => viewer.Sees(doors.Of(new DoorId(door.Id))))])
        {
            Cases = [.. state.Cases.Values.Where(one => viewer.Sees(one.Lobby)).Select(one => Case(one, caller, people, now))],
            Announced =
            [
                .. state.Announcements.Values
                    .Where(known => (known.Status is AnnouncementStatus.Draft or AnnouncementStatus.Confirmed) && viewer.Sees(known.Facts.Household.Lobby))
                    .Select(known => Announced(known, people, now)),
            ],
            Tours = [.. state.Tours.Values.Where(tour => viewer.Sees(tour.Facts.Lobby) && MayCome(tour, picture.ObservedAt)).Select(tour => Tour(tour, picture.ObservedAt.Offset))],
            Limits = new DeskLimits { Case = Times.Idle, Taken = Times.PatrolEscalation, Comes = Times.Announcement, Record = Times.RecordLate },
            Tasks = Tasks(caller, alert => viewer.Sees(alert.Lobby)),
            Calls =
            [
                .. state.Calls.Values.Where(call => call.Status != CallStatus.Ended && viewer.Sees(LobbyOf(call.Panel)))
                    .Select(call => Call(call, picture, now)),
            ],
        };
    }

    /// <summary>The tasks of a post that takes them or waits for them.</summary>
    public ImmutableArray<TaskView> Tasks(Caller caller, Func<AlertState, bool> sees)
    {
        var now = office.Now;
        return
        [
            .. monitor.Journalled.State.Admission.Alerts.Values
                .Where(alert => sees(alert) && (alert.Status != AlertStatus.Done || now - alert.TouchedAt < KeepDone))
                .Select(alert => Task(views.Draw(alert, caller), alert.ByRadio)),
        ];
    }

    private static TaskView Task(AlertView alert, bool byRadio) => new(alert.Id, alert.Case, alert.Kind.ToString(), Stage(alert.Status), TimeSpan.FromSeconds(alert.AgeSeconds))
    {
        Unit = alert.Unit,
        Result = alert.Result?.ToString(),
        Escalated = alert.Escalated,
        Mine = alert.Mine,
        OverRadio = byRadio,
    };

    private DeskCase Case(CaseState one, Caller caller, PersonMemory people, TimeSpan now)
    {
        var view = views.Draw(one);
        var person = people.Show(one.Person);
        return new DeskCase(one.Case.Number, one.Door.Value, Category(one.Category), Stage(one.Status), now - one.OpenedAt)
        {
            Ended = one.Ended,
            Refused = view.Refused,
            Unit = view.Unit,
            ThroughControlRoom = view.ThroughControlRoom,
            HeadCount = view.HeadCount,
            Person = person?.Name ?? person?.ClaimedName,
            Host = person?.HostName,
            Organisation = person?.Organisation,
            Purpose = person?.Purpose,
            Question = one.Request is { } open ? Question(open, now) : null,
            Unanswered = view.Unanswered,
            NameTries = view.NameTries,
            SpellingAsked = view.SpellingAsked,
            AppearanceOnFile = view.AppearanceOnFile,
            Appearance = MayCompareAppearance(one, view) && person?.ClaimedName is { } claimed ? register.AppearanceOf(one.Household!.Household, claimed) : null,
            Missing = [.. view.Missing.Select(kind => kind.ToString())],
            OpenFor = view.OpenForSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            MayReopen = one is { Status: CaseStatus.Entered or CaseStatus.NotEntered or CaseStatus.Unseen, Grants: [.., { Reopening: false } last] }
                && now <= last.MintedAt + Times.Reopen,
            Record = view.Record,
            RecordComplete = view.RecordComplete,
            Task = view.Alert,
            Mine = one.Owner == caller.Actor,
        };
    }

    // Not before the name agrees: what the desk has seen of the register would answer for whoever stands there.
    private static bool MayCompareAppearance(CaseState one, CaseView view) => one is { AppearanceOnFile: true, Household: not null, Ended: false }
        && view.Missing.Contains(EvidenceKind.AppearanceAgrees) && !view.Missing.Contains(EvidenceKind.RegisterMatch);

    private QuestionView Question(Request open, TimeSpan now) => new(
        open.Id.Number,
        open.Target switch { RequestTarget.Household => AskedParty.Household, RequestTarget.ControlRoom => AskedParty.ControlRoom, RequestTarget.Office => AskedParty.Office },
        open.Attempt,
        open.AcknowledgedBy is not null,
        now - open.At,
        (open.Target, open.AcknowledgedBy) switch
        {
            (RequestTarget.Household, _) => Times.Ring,
            (RequestTarget.ControlRoom, null) => Times.ControlRoomAcknowledge,
            (RequestTarget.ControlRoom, _) => Times.ControlRoomAnswer,
            (RequestTarget.Office, null) => Times.OfficeAcknowledge,
            (RequestTarget.Office, _) => Times.OfficeAnswer,
        })
    {
        CallBound = open.Call is not null,
    };

    private AnnouncedView Announced(AnnouncementState known, PersonMemory people, TimeSpan now) => new(
        known.Facts.Announcement.Value, UnitOf(known.Facts.Household.Household) ?? "", people.Show(known.Facts.Visitor)?.Name, known.Facts.HeadCount,
        known.Status == AnnouncementStatus.Confirmed, known.ExpiresAt - now)
    {
        OverRadio = known.Facts.OverRadio,
    };

    private bool MayCome(TourState tour, DateTimeOffset wall) =>
        !tour.Cancelled && tour.Left > 0 && wall >= tour.Facts.From - Times.TourLead && wall < tour.Facts.Until;

    // In the site's own time: a booking may have come in any.
    private static TourRow Tour(TourState tour, TimeSpan zone) =>
        new(tour.Facts.Tour.Value, tour.Facts.From.ToOffset(zone), tour.Facts.Until.ToOffset(zone), tour.Left);

    private string? UnitOf(HouseholdId? household) => household is { } id ? register.UnitOf(id) : null;

    private LobbyId? LobbyOf(PanelId panel) => monitor.Current.State.Rules.Admission.Lobbies.Values.FirstOrDefault(lobby => lobby.Panels.ContainsKey(panel))?.Lobby;

    private CallView Call(CallState call, DoorBoardView picture, TimeSpan now)
    {
        var view = new CallView(call.Panel.Value, Stage(call.Status), UnitOf(call.Household), call.Case?.Number, now - call.StartedAt);
        return DoorOf(call.Panel) is { } at && picture.Doors.FirstOrDefault(door => door.Id == at.Value) is { } door ? view with { Place = door.Name } : view;
    }

    private DoorId? DoorOf(PanelId panel) => LobbyOf(panel) is { } lobby ? monitor.Current.State.Rules.Admission.Lobbies[lobby].Panels[panel].Door : null;

    private AdmissionTimes Times => monitor.Current.State.Rules.Admission.Times;

    private static CallStage Stage(CallStatus status) => status switch
    {
        CallStatus.Calling => CallStage.Calling,
        CallStatus.Ringing => CallStage.Ringing,
        CallStatus.Talking => CallStage.Talking,
        CallStatus.Held or CallStatus.Ended => CallStage.Held,
    };

    internal static TaskStage Stage(AlertStatus status) => status switch
    {
        AlertStatus.New => TaskStage.New,
        AlertStatus.Acknowledged => TaskStage.Acknowledged,
        AlertStatus.EnRoute => TaskStage.EnRoute,
        AlertStatus.OnScene => TaskStage.OnScene,
        AlertStatus.Done => TaskStage.Done,
    };

    internal static AdmissionCategory Category(Category category) => category switch
    {
        Policy.Admission.Category.Undecided => AdmissionCategory.Undecided,
        Policy.Admission.Category.ForgottenCard => AdmissionCategory.ForgottenCard,
        Policy.Admission.Category.SelfDeclaredResident => AdmissionCategory.SelfDeclaredResident,
        Policy.Admission.Category.ListedLeader => AdmissionCategory.ListedLeader,
        Policy.Admission.Category.Employee => AdmissionCategory.Employee,
        Policy.Admission.Category.AnnouncedVisitor => AdmissionCategory.AnnouncedVisitor,
        Policy.Admission.Category.Visitor => AdmissionCategory.Visitor,
        Policy.Admission.Category.GovernmentOfficer => AdmissionCategory.GovernmentOfficer,
        Policy.Admission.Category.Tour => AdmissionCategory.Tour,
        Policy.Admission.Category.PassHolder => AdmissionCategory.PassHolder,
        Policy.Admission.Category.Emergency => AdmissionCategory.Emergency,
    };

    internal static CaseStage Stage(CaseStatus status) => status switch
    {
        CaseStatus.Open => CaseStage.Open,
        CaseStatus.Verifying => CaseStage.Verifying,
        CaseStatus.Waiting => CaseStage.Waiting,
        CaseStatus.Recording => CaseStage.Recording,
        CaseStatus.Holding => CaseStage.Holding,
        CaseStatus.Cleared => CaseStage.Cleared,
        CaseStatus.Opening => CaseStage.Opening,
        CaseStatus.Entered => CaseStage.Entered,
        CaseStatus.NotEntered => CaseStage.NotEntered,
        CaseStatus.Unseen => CaseStage.Unseen,
        CaseStatus.Faulted => CaseStage.Faulted,
        CaseStatus.Unknown => CaseStage.Unknown,
        CaseStatus.Refused => CaseStage.Refused,
        CaseStatus.Expired => CaseStage.Expired,
        CaseStatus.Cancelled => CaseStage.Cancelled,
        CaseStatus.Closed => CaseStage.Closed,
    };
}
