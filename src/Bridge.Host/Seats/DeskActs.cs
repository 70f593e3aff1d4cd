using System.Collections.Immutable;
using Bridge.Console.Desk;
using Bridge.Host.Accounts;
using Bridge.Host.Api;
using Bridge.Host.Api.Lobby;
using Bridge.Host.Api.Lobby.Bodies;
using Bridge.Policy;
using Bridge.Policy.Admission;
using Bridge.Policy.Alarms;
using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Seats;

/// <summary>What a desk's page asks for, by the functions that answer the API.</summary>
internal sealed class DeskActs(DeskParts desk, LobbyDoors lobbies)
{
    public Task<IResult> DoAsync(Caller caller, DeskAct act, CancellationToken stop) => act switch
    {
        DeskAct.OpenCase open => CaseEndpoints.OpenCaseAsync(Lobby(caller), new OpenCaseBody(open.Door, CategoryOf(open.Category), open.Former), caller, desk, stop),
        DeskAct.Emergency wish => CaseEndpoints.EmergencyAsync(Lobby(caller), new EmergencyBody(wish.Door, ReasonOf(wish.Reason)), caller, desk, stop),
        DeskAct.AnnounceHeard heard => GateEndpoints.AnnounceAsync(
            new AnnounceBody(Lobby(caller), heard.Unit, heard.Visitor, heard.HeadCount, Confirmed: true, OfficerOnRadio: heard.Officer), onRadio: true, caller, desk, stop),
        DeskAct.AcknowledgeAlarm seen => AlarmEndpoints.ActAsync(seen.Alarm, Permission.AcknowledgeAlert, key => new AlarmAct.Acknowledge(key), [], caller, desk, lobbies, stop),
        DeskAct.PatrolByRadio radio => AlertEndpoints.RadioAsync(radio.Task, new PersonBody(radio.Answered), caller, desk, stop),
        DeskAct.RecogniseResident known => desk.ActAsync(
            caller, known.Case, one => new CaseAct.RecogniseResident(one.Case, desk.Register.Resident(known.Resident)), [], stop),
        DeskAct.NameHousehold unit => EvidenceEndpoints.NameHouseholdAsync(unit.Case, new HouseholdBody(unit.Unit, unit.ClaimedName), caller, desk, stop),
        DeskAct.DescribeVisit visit => EvidenceEndpoints.DescribeVisitAsync(visit.Case, new VisitBody(visit.Visitor, visit.Host, visit.Unit, visit.HeadCount), caller, desk, stop),
        DeskAct.DescribeParty party => EvidenceEndpoints.DescribePartyAsync(
            party.Case, new PartyBody(party.Name, party.Organisation, party.Purpose, party.HeadCount), caller, desk, stop),
        DeskAct.TypeName name => EvidenceEndpoints.TypeNameAsync(name.Case, new NameBody(name.Name, name.PhoneLast4), caller, desk, stop),
        DeskAct.CompleteRecord record => EvidenceEndpoints.CompleteAsync(
            record.Case, new RecordBody(record.Name, record.Organisation, record.Purpose, record.Phone), caller, desk, stop),
        DeskAct.RecogniseLeader leader => DocumentEndpoints.LeaderAsync(leader.Case, new LeaderBody(leader.Leader), caller, desk, stop),
        DeskAct.PresentBadge badge => DocumentEndpoints.BadgeAsync(badge.Case, new NumberBody(badge.Number), caller, desk, stop),
        DeskAct.PresentPass pass => DocumentEndpoints.PassAsync(pass.Case, new NumberBody(pass.Number), caller, desk, stop),
        DeskAct.ConfirmEmployee employee => DocumentEndpoints.ConfirmAsync(employee.Case, new PersonBody(employee.Name), caller, desk, stop),
        DeskAct.UsePaperSheet paper => caller.ReachOf(Permission.FillPaperSheet) == Reach.None
            ? Task.FromResult<IResult>(Api.Answers.Forbidden("not-permitted", "Your post does not include this."))
            : desk.ActAsync(caller, paper.Case, one => new CaseAct.UsePaperSheet(one.Case, paper.Sheet), [], stop),
        _ => PlainAsync(caller, act, stop),
    };

    public ImmutableArray<DirectoryRow> FindResidents(Caller caller, string text) =>
        DirectoryEndpoints.Search(Lobby(caller), text, caller, desk) is IValueHttpResult { Value: IEnumerable<ResidentView> found }
            ? [.. found.Select(resident => new DirectoryRow(resident.Id, resident.Name, resident.Unit))]
            : [];

    public ImmutableArray<DirectoryRow> FindLeaders(Caller caller) =>
        DirectoryEndpoints.Leaders(Lobby(caller), caller, desk) is IValueHttpResult { Value: IEnumerable<LeaderView> found }
            ? [.. found.Select(leader => new DirectoryRow(leader.Id, leader.Name, leader.Title))]
            : [];

    // Acts that carry nothing of the register and nothing personal.
    private Task<IResult> PlainAsync(Caller caller, DeskAct act, CancellationToken stop)
    {
        (long id, Func<CaseId, CaseAct> make) = act switch
        {
            DeskAct.ChangeCategory to => (to.Case, known => new CaseAct.ChangeCategory(known, CategoryOf(to.Category))),
            DeskAct.AskAgain ask => (ask.Case, known => new CaseAct.Ask(known)),
            DeskAct.Heard heard => (heard.Case, known => new CaseAct.HeardFromHousehold(known, heard.Yes)),
            DeskAct.CompareAppearance seen => (seen.Case, known => new CaseAct.CompareAppearance(known, seen.Agrees)),
            DeskAct.CompareLikeness seen => (seen.Case, known => new CaseAct.CompareLikeness(known, seen.Agrees)),
            DeskAct.MatchAnnouncement match => (match.Case, known => new CaseAct.MatchAnnouncement(known, new(match.Announcement), match.HeadCount, match.NameAgrees)),
            DeskAct.PresentTour tour => (tour.Case, known => new CaseAct.PresentTour(known, new(tour.Tour), tour.HeadCount)),
            DeskAct.PressOpen press => (press.Case, known => new CaseAct.PressOpen(known, new DoorId(press.Door), press.Again?.ToString(), press.Sequence)),
            DeskAct.Hold hold => (hold.Case, known => new CaseAct.Hold(known)),
            DeskAct.HostAtDoor host => (host.Case, known => new CaseAct.HostAtDoor(known)),
            DeskAct.Cancel cancel => (cancel.Case, known => new CaseAct.Cancel(known)),
            DeskAct.Refuse refuse => (refuse.Case, (Func<CaseId, CaseAct>)(known => new CaseAct.Refuse(known))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return desk.ActAsync(caller, id, one => make(one.Case), [], stop);
    }

    // A post of the whole estate has no desk; the endpoints answer that there is no such lobby.
    private static string Lobby(Caller caller) => caller.Lobby?.Value ?? "";

    private static Category CategoryOf(AdmissionCategory category) => category switch
    {
        AdmissionCategory.Undecided => Category.Undecided,
        AdmissionCategory.ForgottenCard => Category.ForgottenCard,
        AdmissionCategory.SelfDeclaredResident => Category.SelfDeclaredResident,
        AdmissionCategory.ListedLeader => Category.ListedLeader,
        AdmissionCategory.Employee => Category.Employee,
        AdmissionCategory.AnnouncedVisitor => Category.AnnouncedVisitor,
        AdmissionCategory.Visitor => Category.Visitor,
        AdmissionCategory.GovernmentOfficer => Category.GovernmentOfficer,
        AdmissionCategory.Tour => Category.Tour,
        AdmissionCategory.PassHolder => Category.PassHolder,
        AdmissionCategory.Emergency => Category.Emergency,
    };

    /// <summary>Of an emergency's case: its reference is the reason.</summary>
    internal static EmergencyKind KindOf(string? reference) => Enum.TryParse<EmergencyKind>(reference, out var kind) ? kind : EmergencyKind.BuildingSafety;

    internal static EmergencyReason ReasonOf(EmergencyKind reason) => reason switch
    {
        EmergencyKind.Police => EmergencyReason.Police,
        EmergencyKind.FireBrigade => EmergencyReason.FireBrigade,
        EmergencyKind.Medical => EmergencyReason.Medical,
        EmergencyKind.BuildingSafety => EmergencyReason.BuildingSafety,
    };
}
