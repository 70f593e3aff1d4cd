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

/// <summary>The control room and the office: questions taken on and answered, tours booked.</summary>
internal static class RequestEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/requests", (Caller caller, DeskParts desk) => TypedResults.Ok(desk.Views.Requests(caller))).RequirePost();
        api.MapPost("/requests/{id:long}/acknowledge", (long id, Caller caller, DeskParts desk, CancellationToken stop) =>
            ActAsync(caller, desk, new RequestAct.Acknowledge(new RequestId(id)), [], stop)).RequirePost();
        api.MapPost("/requests/{id:long}/answer", AnswerAsync).RequirePost();
        api.MapPost("/tours", BookAsync).RequirePermission(Permission.BookTour);
        api.MapPost("/tours/{id}/cancel", CancelTourAsync).RequirePermission(Permission.BookTour);
    }

    internal static Task<IResult> AnswerAsync(long id, AnswerBody body, Caller caller, DeskParts desk, CancellationToken stop)
    {
        if (body.HeadCount is < 1 or > 99)
        {
            return Task.FromResult<IResult>(Answers.BadRequest("headCount", "An answer is for 1 to 99 people."));
        }

        var people = new List<Journal.Records.SealedPerson>();
        var reason = desk.People.SealIfAny(body.Reason is { } text ? new PersonFields { Text = text } : null, people);
        return ActAsync(caller, desk, new RequestAct.Reply(new RequestId(id), body.Answer, body.HeadCount, reason), people, stop);
    }

    // Who is no party to any question is told that there is none; the parties' own mistakes are the policy's to refuse.
    internal static Task<IResult> ActAsync(
        Caller caller, DeskParts desk, RequestAct act, IReadOnlyList<Journal.Records.SealedPerson> people, CancellationToken stop)
    {
        return caller.ReachOf(Permission.Clear) == Reach.None && caller.ReachOf(Permission.Permit) == Reach.None && caller.ReachOf(Permission.ConfirmEmployee) == Reach.None
            ? Task.FromResult<IResult>(Answers.Forbidden("not-permitted", "Your post does not answer questions."))
            : desk.AskAsync(caller, (at, party) => new PolicyInput.RequestActed(at, party, act), people, _ => TypedResults.NoContent(), stop);
    }

    internal static Task<IResult> CancelTourAsync(string id, Caller caller, DeskParts desk, CancellationToken stop) => desk.AskAsync(
        caller, (at, party) => new PolicyInput.TourActed(at, party, new TourAct.Cancel(new TourId(id))), [], _ => TypedResults.NoContent(), stop);

    internal static Task<IResult> BookAsync(TourBody body, Caller caller, DeskParts desk, CancellationToken stop)
    {
        if (body.HeadCount is < 1 or > 500 || body.Until <= body.From)
        {
            return Task.FromResult<IResult>(Answers.BadRequest("tour", "A tour has 1 to 500 people and ends after it began."));
        }

        var facts = new TourFacts(new TourId(ResidentRegister.NewId()), new LobbyId(body.Lobby), body.HeadCount, body.From, body.Until);
        return desk.AskAsync(caller, (at, party) => new PolicyInput.TourActed(at, party, new TourAct.Book(facts)), [], _ => TypedResults.Ok(new TourView(facts.Tour.Value)), stop);
    }
}
