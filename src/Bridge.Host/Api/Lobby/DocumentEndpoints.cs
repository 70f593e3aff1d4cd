using Bridge.Host.Accounts;
using Bridge.Host.Api.Lobby.Bodies;
using Bridge.Journal.Records;
using Bridge.Policy.Admission;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Host.Api.Lobby;

/// <summary>Leaders, badges and passes: what is shown, and whether its picture is the bearer's.</summary>
internal static class DocumentEndpoints
{
    private const int LongestSheet = 12;

    public static void Map(IEndpointRouteBuilder api)
    {
        var one = api.MapGroup("/cases/{id:long}").RequirePermission(Permission.OpenCase);
        one.MapPost("/leader", LeaderAsync);
        one.MapPost("/badge", BadgeAsync);
        one.MapPost("/pass", PassAsync);
        one.MapPost("/employee", ConfirmAsync);
        one.MapPost("/likeness", (long id, YesNoBody body, Caller caller, DeskParts desk, CancellationToken stop) =>
            desk.ActAsync(caller, id, known => new CaseAct.CompareLikeness(known.Case, body.Yes), [], stop));
        api.MapPost("/cases/{id:long}/paper", PaperAsync).RequirePermission(Permission.FillPaperSheet);
    }

    // The number stands in the record and in the journal: a number, and no words.
    internal static Task<IResult> PaperAsync(long id, PaperBody body, Caller caller, DeskParts desk, CancellationToken stop) =>
        body.Sheet.Length is >= 1 and <= LongestSheet && body.Sheet.Any(char.IsAsciiDigit) && body.Sheet.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '-')
            ? desk.ActAsync(caller, id, known => new CaseAct.UsePaperSheet(known.Case, body.Sheet), [], stop)
            : Task.FromResult<IResult>(Answers.BadRequest("sheet", $"A sheet has a number of 1 to {LongestSheet} capital letters, digits and dashes, such as S-0017."));

    internal static Task<IResult> ConfirmAsync(long id, PersonBody body, Caller caller, DeskParts desk, CancellationToken stop) => EvidenceEndpoints.SealedAsync(
        caller, desk, id, new PersonFields { Name = body.Name }, (known, person) => new CaseAct.ConfirmEmployee(known.Case, person), stop);

    internal static Task<IResult> LeaderAsync(long id, LeaderBody body, Caller caller, DeskParts desk, CancellationToken stop)
    {
        var entry = desk.Register.Directory.Leader(body.Leader);
        var people = new List<Journal.Records.SealedPerson>();
        var person = desk.People.SealIfAny(entry is null ? null : new PersonFields { Name = entry.Name }, people);
        return desk.ActAsync(caller, id, known => new CaseAct.RecogniseLeader(known.Case, desk.Register.Leader(body.Leader), person), people, stop);
    }

    internal static Task<IResult> BadgeAsync(long id, NumberBody body, Caller caller, DeskParts desk, CancellationToken stop)
    {
        var badge = desk.Register.Directory.Badge(body.Number);
        return EvidenceEndpoints.SealedAsync(
            caller, desk, id, new PersonFields { Name = badge?.Name, Organisation = badge?.Department, DocumentType = "badge", Text = body.Number },
            (known, person) => new CaseAct.PresentBadge(known.Case, desk.Register.Badge(body.Number, desk.People.Mark(body.Number)), person), stop);
    }

    internal static Task<IResult> PassAsync(long id, NumberBody body, Caller caller, DeskParts desk, CancellationToken stop)
    {
        var pass = desk.Register.Directory.Pass(body.Number);
        return EvidenceEndpoints.SealedAsync(
            caller, desk, id, new PersonFields { Name = pass?.Holder, Organisation = pass?.Company, DocumentType = "pass", Text = body.Number },
            (known, person) => new CaseAct.PresentPass(known.Case, desk.Register.Pass(body.Number, desk.People.Mark(body.Number)), person), stop);
    }
}
