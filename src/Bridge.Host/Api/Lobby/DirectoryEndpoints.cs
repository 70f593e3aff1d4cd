using Bridge.Host.Accounts;
using Bridge.Policy;
using Bridge.Policy.Admission;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Host.Api.Lobby;

/// <summary>Who lives here, and which leaders may be greeted: for the desk of this lobby, and never what is being checked blind.</summary>
internal static class DirectoryEndpoints
{
    private const int ShortestText = 2;

    public static void Map(IEndpointRouteBuilder api)
    {
        var desk = api.MapGroup("/lobbies/{lobby}").RequirePermission(Permission.OpenCase);
        desk.MapGet("/directory", Search);
        desk.MapGet("/tours", Tours);
        desk.MapGet("/leaders", Leaders);
    }

    internal static IResult Leaders(string lobby, Caller caller, DeskParts parts) => caller.Has(Permission.OpenCase, new LobbyId(lobby))
        ? TypedResults.Ok(parts.Register.Directory.LeadersOn(parts.Register.Today).Select(leader => new LeaderView(leader.Id, leader.Name, leader.Title, leader.AddressedAs)))
        : Answers.NotFound();

    internal static IResult Tours(string lobby, Caller caller, DeskParts parts)
    {
        if (!caller.Has(Permission.OpenCase, new LobbyId(lobby)))
        {
            return Answers.NotFound();
        }

        return TypedResults.Ok(parts.Office.State.Admission.Tours.Values.Where(tour => tour.Facts.Lobby.Value == lobby).OrderBy(tour => tour.Facts.From).Select(tour =>
        {
            var row = parts.Register.Directory.Tour(tour.Facts.Tour.Value);
            return new TourOfDayView(tour.Facts.Tour.Value, tour.Facts.HeadCount, tour.Left, tour.Facts.From, tour.Facts.Until, tour.Cancelled, row?.Name, row?.Leader);
        }));
    }

    internal static IResult Search(string lobby, string text, Caller caller, DeskParts parts)
    {
        if (!caller.Has(Permission.OpenCase, new LobbyId(lobby)))
        {
            return Answers.NotFound();
        }

        if (text.Trim().Length < ShortestText)
        {
            return Answers.BadRequest("text", $"Look for at least {ShortestText} characters: nobody lists the whole house.");
        }

        var admission = parts.Office.State.Admission;
        var hidden = admission.Cases.Values.Where(one => one.Household is not null).Select(one => one.Household!.Household).Distinct()
            .Where(household => AdmissionQueries.HidesHousehold(admission, caller.Actor, household)).Select(household => household.Value)
            .ToHashSet(StringComparer.Ordinal);
        return TypedResults.Ok(parts.Register.Directory.SearchResidents(text.Trim(), parts.Register.Today, hidden)
            .Where(entry => entry.Lobby == lobby).Select(entry => new ResidentView(entry.Member, entry.Unit, entry.Name)));
    }
}
