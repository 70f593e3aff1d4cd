using Bridge.Console.Posts.FrontDesk;
using Bridge.Host.Accounts;

namespace Bridge.Host.Seats.Posts;

/// <summary>The front desk of one open page.</summary>
internal sealed class FrontDeskWindow(PostWindow window, TaskPicture tasks) : IFrontDesk
{
    public IAsyncEnumerable<FrontDeskView> WatchAsync(CancellationToken cancellationToken) => window.WatchAsync(
        caller => caller.Post?.Role == Role.FrontDesk && caller.ReachOf(Permission.SeeAlerts) != Reach.None,
        (caller, _) => new FrontDeskView(window.ObservedAt, tasks.Draw(caller, _ => true)),
        cancellationToken);
}
