using System.Collections.Immutable;
using Bridge.Console.Desk;
using Bridge.Console.Posts.Office;
using Bridge.Console.Posts.Questions;
using Bridge.Host.Accounts;
using Bridge.Host.Api.Lobby;
using Bridge.Host.Api.Lobby.Bodies;
using Bridge.Host.Configuration;
using Bridge.Policy.Admission;

namespace Bridge.Host.Seats.Posts;

/// <summary>The office of one open page.</summary>
internal sealed class OfficeWindow(PostWindow window, QuestionPicture questions, Answerer answerer, DeskParts desk, LobbyNames names, SiteConfiguration configuration) : IOffice
{
    public IAsyncEnumerable<OfficeView> WatchAsync(CancellationToken cancellationToken) =>
        window.WatchAsync(caller => caller.ReachOf(Permission.Permit) != Reach.None, Draw, cancellationToken);

    public Task<ActOutcome> ActAsync(QuestionWish wish, CancellationToken cancellationToken) => answerer.ActAsync(Permission.Permit, wish, cancellationToken);

    public Task<ActOutcome> OpenForEmergencyAsync(EmergencyWish wish, CancellationToken cancellationToken) => answerer.OpenForEmergencyAsync(wish, cancellationToken);

    public Task<ActOutcome> ActAsync(TourWish wish, CancellationToken cancellationToken) => window.ActAsync(Permission.BookTour, caller => wish switch
    {
        TourWish.Book book => RequestEndpoints.BookAsync(new TourBody(book.Lobby, book.HeadCount, OnTheWall(book.From), OnTheWall(book.Until)), caller, desk, cancellationToken),
        TourWish.Cancel cancel => RequestEndpoints.CancelTourAsync(cancel.Tour, caller, desk, cancellationToken),
        _ => throw new System.Diagnostics.UnreachableException($"No act for {wish.GetType().Name}."),
    }, cancellationToken);

    private OfficeView Draw(Caller caller, PersonMemory people) => new(window.ObservedAt)
    {
        Questions = questions.Questions(caller, people, RequestTarget.Office),
        Tours = Tours(caller),
        TourLead = desk.Office.State.Rules.Admission.Times.TourLead,
        Emergencies = questions.Emergencies(caller),
        Lobbies = names.Choices(lobby => caller.Has(Permission.BookTour, lobby)),
        Doors = names.Doors(lobby => caller.Has(Permission.EmergencyEntry, lobby)),
    };

    private ImmutableArray<BookedTour> Tours(Caller caller) =>
    [
        .. desk.Office.State.Admission.Tours.Values
            .Where(tour => !tour.Cancelled && tour.Facts.Until > window.ObservedAt && caller.Has(Permission.BookTour, tour.Facts.Lobby))
            .OrderBy(tour => tour.Facts.From)
            .Select(tour => new BookedTour(
                tour.Facts.Tour.Value, names.Of(tour.Facts.Lobby), ToSite(tour.Facts.From), ToSite(tour.Facts.Until), tour.Facts.HeadCount, tour.Left)),
    ];

    private DateTimeOffset ToSite(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, configuration.TimeZone);

    private DateTimeOffset OnTheWall(DateTime wall) => new(wall, configuration.TimeZone.GetUtcOffset(wall));
}
