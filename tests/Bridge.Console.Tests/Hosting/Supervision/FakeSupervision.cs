using Bridge.Console.Desk;
using Bridge.Console.Supervision;
using Bridge.Console.Tests.Hosting.Posts;

namespace Bridge.Console.Tests.Hosting.Supervision;

internal sealed class FakeSupervision() : FakeSource<SupervisionView>(WatchPictures.Supervision), ISupervision
{
    public Task<ActOutcome> ActAsync(ModeWish wish, CancellationToken cancellationToken) => TakeAsync(wish);

    public Task<ActOutcome> ActAsync(AlarmWish wish, CancellationToken cancellationToken) => TakeAsync(wish);
}
