using Bridge.Console.Desk;
using Bridge.Console.Posts.ControlRoom;
using Bridge.Console.Posts.Questions;
using Bridge.Host.Accounts;
using Bridge.Policy.Admission;
using Bridge.Policy.Alerts;

namespace Bridge.Host.Seats.Posts;

/// <summary>The control room of one open page.</summary>
internal sealed class ControlRoomWindow(PostWindow window, QuestionPicture questions, TaskPicture tasks, Answerer answerer, LobbyNames names, PatrolPresence patrols) : IControlRoom
{
    public IAsyncEnumerable<ControlRoomView> WatchAsync(CancellationToken cancellationToken) =>
        window.WatchAsync(caller => caller.ReachOf(Permission.Clear) != Reach.None, Draw, cancellationToken);

    public Task<ActOutcome> ActAsync(QuestionWish wish, CancellationToken cancellationToken) => answerer.ActAsync(Permission.Clear, wish, cancellationToken);

    public Task<ActOutcome> OpenForEmergencyAsync(EmergencyWish wish, CancellationToken cancellationToken) => answerer.OpenForEmergencyAsync(wish, cancellationToken);

    private ControlRoomView Draw(Caller caller, PersonMemory people) => new(window.ObservedAt)
    {
        Questions = questions.Questions(caller, people, RequestTarget.ControlRoom),
        Escalated = tasks.Draw(caller, IsItsMatter),
        Emergencies = questions.Emergencies(caller),
        Doors = names.Doors(lobby => caller.Has(Permission.EmergencyEntry, lobby)),
        Patrols = [.. patrols.Phones().Select(phone => phone.Age)],
    };

    // Nobody took it, nobody says how it ended, or it ended with somebody in the house whom nobody knows.
    private static bool IsItsMatter(AlertState alert) =>
        (alert.Status != AlertStatus.Done && (alert.Escalated || alert.ResultOverdue)) || alert.Result is AlertResult.NotFound or AlertResult.NotResident;
}
