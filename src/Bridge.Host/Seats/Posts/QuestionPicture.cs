using System.Collections.Immutable;
using Bridge.Console.Posts.Questions;
using Bridge.Host.Accounts;
using Bridge.Host.Api.Lobby;
using Bridge.Policy.Admission;

namespace Bridge.Host.Seats.Posts;

/// <summary>Draws the questions that wait for the control room or the office, and the emergency entries that both have to know of.</summary>
internal sealed class QuestionPicture(DeskParts desk, LobbyNames names)
{
    public ImmutableArray<AskedQuestion> Questions(Caller caller, PersonMemory people, RequestTarget target) =>
    [
        .. from one in desk.Office.State.Admission.Cases.Values
           let drawn = one.Request is { } open && open.Target == target && DeskViews.MayAnswer(caller, one, open) ? Open(one, open, caller, people)
               : one.Status == CaseStatus.Cleared && Given(one, target) is { } yes ? Permitted(one, yes, people)
               : null
           where drawn is not null
           select drawn,
    ];

    public ImmutableArray<EmergencyRow> Emergencies(Caller caller)
    {
        var now = desk.Office.Now;
        return
        [
            .. desk.Office.State.Admission.Cases.Values
                .Where(one => one is { Category: Category.Emergency, Ended: false } && caller.Has(Permission.EmergencyEntry, one.Lobby))
                .Select(one => new EmergencyRow(
                    one.Case.Number, names.Of(one.Lobby), names.Of(one.Door), DeskActs.KindOf(one.Reference), DeskPicture.Stage(one.Status), now - one.OpenedAt)),
        ];
    }

    private AskedQuestion Open(CaseState one, Request open, Caller caller, PersonMemory people)
    {
        var now = desk.Office.Now;
        var times = desk.Office.State.Rules.Admission.Times;
        var limit = (open.Target, open.AcknowledgedBy) switch
        {
            (RequestTarget.ControlRoom, null) => times.ControlRoomAcknowledge,
            (RequestTarget.ControlRoom, _) => times.ControlRoomAnswer,
            (RequestTarget.Office, null) => times.OfficeAcknowledge,
            (RequestTarget.Office, _) => times.OfficeAnswer,
            (RequestTarget.Household, _) => times.Ring,
        };
        var stand = open.AcknowledgedBy is null ? QuestionStand.New : QuestionStand.TakenOn;
        return Show(new AskedQuestion(open.Id.Number, names.Of(one.Lobby), DeskPicture.Category(one.Category), stand, now - open.At, open.At + limit - now), one, people) with
        {
            HeadCount = open.HeadCount,
            Escalations = open.Escalations,
            IsOwn = open.Asked == caller.Actor || one.Owner == caller.Actor,
        };
    }

    private AskedQuestion Permitted(CaseState one, Evidence yes, PersonMemory people)
    {
        var now = desk.Office.Now;
        return Show(
            new AskedQuestion(yes.Request!.Value.Number, names.Of(one.Lobby), DeskPicture.Category(one.Category), QuestionStand.Permitted, now - yes.GivenAt, yes.Until - now),
            one, people) with
        {
            HeadCount = yes.HeadCount ?? one.HeadCount,
        };
    }

    private AskedQuestion Show(AskedQuestion question, CaseState one, PersonMemory people)
    {
        var person = people.Show(one.Person);
        return question with
        {
            Visitor = person?.Name ?? person?.ClaimedName,
            Organisation = person?.Organisation,
            Purpose = person?.Purpose,
            Unit = one.Household is { } household ? desk.Register.UnitOf(household.Household) : null,
        };
    }

    private Evidence? Given(CaseState one, RequestTarget target) => one.Evidence.Find(piece =>
        piece.Request is not null && piece.IsValid(desk.Office.Now) && piece.Kind switch
        {
            EvidenceKind.ControlRoomYes => target == RequestTarget.ControlRoom,
            EvidenceKind.OfficeYes or EvidenceKind.ForgottenBadgeConfirmed => target == RequestTarget.Office,
            _ => false,
        });
}
