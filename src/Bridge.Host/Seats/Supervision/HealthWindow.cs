using Bridge.Console.Supervision;
using Bridge.Host.Accounts;
using Bridge.Host.Seats.Posts;

namespace Bridge.Host.Seats.Supervision;

/// <summary>How lines and devices do, for one open page.</summary>
internal sealed class HealthWindow(PostWindow window, HealthPicture picture) : IHealth
{
    public IAsyncEnumerable<HealthView> WatchAsync(CancellationToken cancellationToken) => window.WatchAsync(
        caller => caller.ReachOf(Permission.SeeDeviceHealth) != Reach.None, (_, _) => new HealthView(window.ObservedAt, picture.Lines()), cancellationToken);
}
