using Bridge.Host.Accounts;
using Bridge.Host.Translation;
using Bridge.Policy;
using Bridge.Policy.Admission;
using Bridge.Policy.Alerts;

namespace Bridge.Host.Api.Lobby;

/// <summary>Draws what a post sees of cases, questions, announcements and tasks.</summary>
public sealed class DeskViews(DeskOffice office, RegisterFacts register, PersonSealer people)
{
    public CaseView Draw(CaseState one) => Draw(one, office.Now);

    public IReadOnlyList<CaseView> Cases(Live.Viewer viewer) =>
        [.. office.State.Admission.Cases.Values.Where(one => viewer.Sees(one.Lobby)).Select(Draw)];

    public IReadOnlyList<AlertView> Alerts(Live.Viewer viewer) =>
        [.. office.State.Admission.Alerts.Values.Where(alert => viewer.Sees(alert.Lobby)).Select(alert => Draw(alert, default, viewer.Has(Permission.SeeAlertUnit, alert.Lobby)))];

    public IReadOnlyList<AnnouncementView> Announcements(Live.Viewer viewer) =>
        [.. office.State.Admission.Announcements.Values.Where(known => viewer.Sees(known.Facts.Household.Lobby)).Select(Draw)];

    public IReadOnlyList<RequestView> Requests(Live.Viewer viewer, RequestTarget target) =>
        [.. office.State.Admission.Cases.Values.Where(one => one.Request?.Target == target && viewer.Sees(one.Lobby)).Select(DrawForParty)];

    public IReadOnlyList<CaseView> Cases(Caller caller) =>
        [.. office.State.Admission.Cases.Values.Where(one => caller.Has(Permission.OpenCase, one.Lobby)).Select(Draw)];

    public CaseState? Case(long id) => office.State.Admission.Cases.GetValueOrDefault(new CaseId(id));

    /// <summary>The open questions to the control room and the office that this caller may answer.</summary>
    public IReadOnlyList<RequestView> Requests(Caller caller) =>
        [.. office.State.Admission.Cases.Values.Where(one => one.Request is { } open && MayAnswer(caller, one, open)).Select(DrawForParty)];

    public IReadOnlyList<AnnouncementView> Announcements(Caller caller) => [.. office.State.Admission.Announcements.Values
        .Where(known => caller.Has(Permission.Announce, known.Facts.Household.Lobby) || caller.Has(Permission.OpenCase, known.Facts.Household.Lobby)).Select(Draw)];

    public AnnouncementView Draw(AnnouncementState known) => new(
        known.Facts.Announcement.Value, known.Facts.Household.Lobby, known.Status, known.Facts.HeadCount, people.Show(known.Facts.Visitor)?.Name,
        register.UnitOf(known.Facts.Household.Household), (known.ExpiresAt - office.Now)?.TotalSeconds, known.Facts.OverRadio);

    public IReadOnlyList<AlertView> Alerts(Caller caller) => [.. office.State.Admission.Alerts.Values
        .Where(alert => caller.Has(Permission.SeeAlerts, alert.Lobby)).Select(alert => Draw(alert, caller))];

    public AlertView Draw(AlertState alert, Caller caller) => Draw(alert, caller.Actor, caller.Client is null && caller.Has(Permission.SeeAlertUnit, alert.Lobby));

    private AlertView Draw(AlertState alert, ActorId viewer, bool actsOnIt) => new(
        alert.Alert.Number, alert.Lobby, alert.Case.Number, alert.Kind, alert.Status, alert.Result,
        alert.Household is { } household ? actsOnIt ? register.UnitOf(household) : UnitMask.Cover(register.UnitOf(household)) : null, alert.Escalated, (office.Now - alert.RaisedAt).TotalSeconds, alert.TakenBy == viewer);

    internal static bool MayAnswer(Caller caller, CaseState one, Request open) => open.Target switch
    {
        RequestTarget.ControlRoom => caller.Has(Permission.Clear, one.Lobby),
        RequestTarget.Office => caller.Has(Permission.Permit, one.Lobby) || (one.Category == Category.Employee && caller.Has(Permission.ConfirmEmployee, one.Lobby)),
        RequestTarget.Household => false,
    };

    private CaseView Draw(CaseState one, TimeSpan now) => new(one.Case.Number, one.Lobby, one.Door.Value, one.Category, one.Status)
    {
        Refused = one.Refused is { } why ? Refusals.CodeForDesk(why) : null,
        Unit = one.Household is { } household ? register.UnitOf(household.Household) : null,
        ThroughControlRoom = one.Household?.ThroughControlRoom ?? false,
        HeadCount = one.HeadCount,
        Request = one.Request is { } open ? Draw(one, open, now) : null,
        Unanswered = one.Unanswered,
        NameTries = one.NameTries,
        SpellingAsked = one.SpellingAsked,
        AppearanceOnFile = one.AppearanceOnFile,
        Missing = one.Ended ? [] : AdmissionQueries.Missing(one, now),
        OpenForSeconds = (AdmissionQueries.OpenUntil(one, now) - now)?.TotalSeconds,
        Record = one.Record?.ToString(),
        RecordComplete = one.RecordComplete,
        Alert = one.Alert?.Number,
        Access = one.Grants is [.., var last] ? last.Access.Number : null,
    };

    private static RequestView Draw(CaseState one, Request open, TimeSpan now) => new(
        open.Id.Number, one.Case.Number, one.Lobby, one.Category, open.Target, open.HeadCount, open.Attempt, open.AcknowledgedBy is not null, (now - open.At).TotalSeconds)
    {
        CallBound = open.Call is not null,
    };

    private RequestView DrawForParty(CaseState one)
    {
        var person = people.Show(one.Person);
        return Draw(one, one.Request!, office.Now) with
        {
            Visitor = person?.Name ?? person?.ClaimedName,
            Organisation = person?.Organisation,
            Purpose = person?.Purpose,
            Unit = one.Household is { } household ? register.UnitOf(household.Household) : null,
        };
    }
}
