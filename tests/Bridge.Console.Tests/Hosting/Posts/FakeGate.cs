using Bridge.Console.Desk;
using Bridge.Console.Posts.Gate;

namespace Bridge.Console.Tests.Hosting.Posts;

internal sealed class FakeGate() : FakeSource<GateView>(PostPictures.Gate), IGate
{
    public Task<ActOutcome> ActAsync(GateWish wish, CancellationToken cancellationToken) => TakeAsync(wish);
}
