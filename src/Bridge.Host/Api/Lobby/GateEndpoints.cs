using Bridge.Host.Accounts;
using Bridge.Host.Api.Lobby.Bodies;
using Bridge.Journal.Records;
using Bridge.Journal.Residents;
using Bridge.Policy;
using Bridge.Policy.Admission;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Host.Api.Lobby;

/// <summary>Announcements: the gate announces and confirms; the desk types in what it heard on the radio.</summary>
internal static class GateEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/announcements", (Caller caller, DeskParts desk) => TypedResults.Ok(desk.Views.Announcements(caller))).RequirePost();
        var gate = api.MapGroup("/announcements").RequirePermission(Permission.Announce);
        gate.MapPost("", (AnnounceBody body, Caller caller, DeskParts desk, CancellationToken stop) => AnnounceAsync(body, onRadio: false, caller, desk, stop));
        gate.MapPost("/{id}/confirm", (string id, ConfirmBody body, Caller caller, DeskParts desk, CancellationToken stop) =>
            ActAsync(caller, desk, id, Permission.Announce, known => new GateAct.Confirm(known, body.ClearedByControlRoom), stop));
        gate.MapPost("/{id}/cancel", (string id, Caller caller, DeskParts desk, CancellationToken stop) =>
            ActAsync(caller, desk, id, Permission.Announce, known => new GateAct.Cancel(known), stop));
        api.MapPost("/announcements/heard", (AnnounceBody body, Caller caller, DeskParts desk, CancellationToken stop) =>
            AnnounceAsync(body, onRadio: true, caller, desk, stop)).RequirePermission(Permission.OpenCase);
    }

    internal static Task<IResult> AnnounceAsync(AnnounceBody body, bool onRadio, Caller caller, DeskParts desk, CancellationToken stop)
    {
        var lobby = new LobbyId(body.Lobby);
        if (!caller.Has(onRadio ? Permission.OpenCase : Permission.Announce, lobby))
        {
            return Task.FromResult<IResult>(Answers.NotFound());
        }

        if (body.HeadCount is < 1 or > 99 || (onRadio && string.IsNullOrWhiteSpace(body.OfficerOnRadio)))
        {
            return Task.FromResult<IResult>(Answers.BadRequest("announcement", "An announcement has 1 to 99 people, and on the radio the name of the gate's officer."));
        }

        if (desk.Register.Household(body.Unit, lobby) is not { } household)
        {
            return Task.FromResult<IResult>(Answers.Problem(StatusCodes.Status409Conflict, "unknown_household", "There is no such unit in this lobby."));
        }

        var people = new List<Journal.Records.SealedPerson>();
        var fields = body.Visitor is null && body.OfficerOnRadio is null ? null : new PersonFields { Name = body.Visitor, Text = body.OfficerOnRadio };
        var id = new AnnouncementId(ResidentRegister.NewId());
        var facts = new AnnouncementFacts(id, household, body.HeadCount, desk.People.SealIfAny(fields, people), body.ClearedByControlRoom, onRadio);
        return desk.AskAsync(caller, (at, party) => new PolicyInput.GateActed(at, party, new GateAct.Announce(facts, body.Confirmed)), people, state => Show(desk, state, id), stop);
    }

    internal static Task<IResult> ActAsync(Caller caller, DeskParts desk, string id, Permission permission, Func<AnnouncementId, GateAct> act, CancellationToken stop)
    {
        var key = new AnnouncementId(id);
        return desk.Office.State.Admission.Announcements.GetValueOrDefault(key) is { } known && caller.Has(permission, known.Facts.Household.Lobby)
            ? desk.AskAsync(caller, (at, party) => new PolicyInput.GateActed(at, party, act(key)), [], state => Show(desk, state, key), stop)
            : Task.FromResult<IResult>(Answers.NotFound());
    }

    internal static IResult Show(DeskParts desk, BuildingState state, AnnouncementId id) =>
        state.Admission.Announcements.GetValueOrDefault(id) is { } known ? TypedResults.Ok(desk.Views.Draw(known)) : TypedResults.NoContent();
}
