using Bridge.Host.Accounts;
using Bridge.Host.Api.Lobby.Bodies;
using Bridge.Journal.Records;
using Bridge.Policy.Admission;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Host.Api.Lobby;

/// <summary>What the desk says about the person in front of it. The register's side is looked up here; what the client says of it does not count.</summary>
internal static class EvidenceEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var one = api.MapGroup("/cases/{id:long}").RequirePermission(Permission.OpenCase);
        one.MapPost("/resident", (long id, ResidentBody body, Caller caller, DeskParts desk, CancellationToken stop) =>
            desk.ActAsync(caller, id, known => new CaseAct.RecogniseResident(known.Case, desk.Register.Resident(body.Resident)), [], stop));
        one.MapPost("/household", NameHouseholdAsync);
        one.MapPost("/visit", DescribeVisitAsync);
        one.MapPost("/party", DescribePartyAsync);
        one.MapPost("/heard", (long id, YesNoBody body, Caller caller, DeskParts desk, CancellationToken stop) =>
            desk.ActAsync(caller, id, known => new CaseAct.HeardFromHousehold(known.Case, body.Yes), [], stop));
        one.MapPost("/name", TypeNameAsync);
        one.MapPost("/appearance", (long id, YesNoBody body, Caller caller, DeskParts desk, CancellationToken stop) =>
            desk.ActAsync(caller, id, known => new CaseAct.CompareAppearance(known.Case, body.Yes), [], stop));
        one.MapPost("/announcement", (long id, AnnouncedBody body, Caller caller, DeskParts desk, CancellationToken stop) =>
            desk.ActAsync(caller, id, known => new CaseAct.MatchAnnouncement(known.Case, new(body.Announcement), body.HeadCount, body.NameAgrees), [], stop));
        one.MapPost("/tour", (long id, TourCaseBody body, Caller caller, DeskParts desk, CancellationToken stop) =>
            desk.ActAsync(caller, id, known => new CaseAct.PresentTour(known.Case, new(body.Tour), body.HeadCount), [], stop));
        one.MapPost("/record", CompleteAsync);
    }

    internal static Task<IResult> NameHouseholdAsync(long id, HouseholdBody body, Caller caller, DeskParts desk, CancellationToken stop)
    {
        var people = new List<Journal.Records.SealedPerson>();
        var person = desk.People.SealIfAny(body.ClaimedName is { } name ? new PersonFields { ClaimedName = name } : null, people);
        return desk.ActAsync(caller, id, known => new CaseAct.NameHousehold(known.Case, desk.Register.Household(body.Unit, known.Lobby), person), people, stop);
    }

    internal static Task<IResult> DescribeVisitAsync(long id, VisitBody body, Caller caller, DeskParts desk, CancellationToken stop)
    {
        if (body.HeadCount is < 1 or > 99 || string.IsNullOrWhiteSpace(body.Visitor))
        {
            return Task.FromResult<IResult>(Answers.BadRequest("visit", "A visit has a visitor's name and 1 to 99 people."));
        }

        var fields = new PersonFields
        {
            Name = body.Visitor, HostName = body.Host, Organisation = body.Organisation, Purpose = body.Purpose, Phone = body.Phone,
        };
        return SealedAsync(caller, desk, id, fields, (known, person) =>
        {
            var household = desk.Register.Household(body.Unit, known.Lobby);
            var there = household is not null && desk.Register.HostLivesThere(household.Household, body.Host);
            return new CaseAct.DescribeVisit(known.Case, household, there, body.HeadCount, person);
        }, stop);
    }

    internal static Task<IResult> DescribePartyAsync(long id, PartyBody body, Caller caller, DeskParts desk, CancellationToken stop)
    {
        if (body.HeadCount is < 1 or > 99 || body.DocumentLast4 is { Length: > 4 })
        {
            return Task.FromResult<IResult>(Answers.BadRequest("party", "A party has 1 to 99 people, and of a document the last 4 characters at most."));
        }

        var fields = new PersonFields
        {
            Name = body.Name, Organisation = body.Organisation, Purpose = body.Purpose, DocumentType = body.DocumentType, DocumentLast4 = body.DocumentLast4,
        };
        return SealedAsync(caller, desk, id, fields, (known, person) => new CaseAct.DescribeParty(known.Case, body.HeadCount, person), stop);
    }

    internal static Task<IResult> TypeNameAsync(long id, NameBody body, Caller caller, DeskParts desk, CancellationToken stop) => SealedAsync(
        caller, desk, id, new PersonFields { ClaimedName = body.Name },
        (known, person) => new CaseAct.TypeName(
            known.Case,
            known.Household is { } household ? desk.Register.Compare(household.Household, body.Name, body.PhoneLast4) : new NameFacts(NameAnswer.NoMatch, AppearanceOnFile: false),
            person),
        stop);

    internal static Task<IResult> CompleteAsync(long id, RecordBody body, Caller caller, DeskParts desk, CancellationToken stop) => SealedAsync(
        caller, desk, id,
        // What is not named stays as it was given before.
        ((desk.Views.Case(id) is { } one ? desk.PersonOf(one) : null) ?? new PersonFields()).With(
            new PersonFields { Name = body.Name, Organisation = body.Organisation, Purpose = body.Purpose, Phone = body.Phone, Text = body.Text }),
        (known, person) => new CaseAct.CompleteRecord(known.Case, person),
        stop);

    internal static Task<IResult> SealedAsync(
        Caller caller, DeskParts desk, long id, PersonFields fields, Func<CaseState, Policy.Admission.SealedPerson, CaseAct> act, CancellationToken stop) =>
        desk.People.Seal(fields) is { } row
            ? desk.ActAsync(caller, id, known => act(known, row.Reference), [row.Row], stop)
            : Task.FromResult<IResult>(Answers.Problem(StatusCodes.Status503ServiceUnavailable, "keys_unavailable", "What is personal cannot be stored safely now."));
}
