using System.Runtime.CompilerServices;
using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Clients;
using Bridge.Host.Api.Live;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.Host.Tests.Api;

/// <summary>The live stream by itself.</summary>
public sealed class LiveStreamTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhoDoesNotReadIsToldToBeginAnewAndDropped()
    {
        var topic = new Flood();
        await using var reader = new LiveStream([topic], new FakeTimeProvider()).WatchAsync(Looking(CancellationToken.None), Stop).GetAsyncEnumerator(Stop);
        var kinds = new List<string>();
        while (await reader.MoveNextAsync())
        {
            kinds.Add(reader.Current.EventType);
            await topic.Refused.WaitAsync(TimeSpan.FromSeconds(10), Stop);
        }

        Assert.Equal("resync", kinds[^1]);
        Assert.All(kinds[..^1], kind => Assert.Equal("flood", kind));
        Assert.InRange(kinds.Count, LiveStream.Waiting, LiveStream.Waiting + 3);
    }

    [Fact]
    public async Task AKindThatThePostDoesNotIncludeIsNotSentAndTheHeartGoesOn()
    {
        var time = new FakeTimeProvider();
        using var ended = new CancellationTokenSource();
        await using var reader = new LiveStream([new Flood { Needed = Permission.Clear }], time).WatchAsync(Looking(ended.Token), Stop).GetAsyncEnumerator(Stop);
        var next = reader.MoveNextAsync().AsTask();
        time.Advance(LiveStream.Heartbeat);
        Assert.True(await next.WaitAsync(TimeSpan.FromSeconds(10), Stop));
        Assert.Equal("heartbeat", reader.Current.EventType);
        var last = reader.MoveNextAsync().AsTask();
        await ended.CancelAsync();
        Assert.False(await last.WaitAsync(TimeSpan.FromSeconds(10), Stop));
    }

    private static Caller Looking(CancellationToken ended) =>
        new(null, new ApiClient("c-1", null, System.Collections.Frozen.FrozenSet.Create(Permission.SeeDoors), DateTimeOffset.MaxValue, ended));

    private sealed class Flood : ILiveTopic
    {
        private readonly TaskCompletionSource refused = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Kind => "flood";

        public Permission Needed { get; init; } = Permission.SeeDoors;

        /// <summary>Completes when the stream takes no more.</summary>
        public Task Refused => refused.Task;

        public async IAsyncEnumerable<object> WatchAsync(Viewer viewer, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            try
            {
                while (!cancellationToken.IsCancellationRequested)
                {
                    yield return viewer.Reach;
                    await Task.Yield();
                }
            }
            finally
            {
                refused.TrySetResult();
            }
        }
    }
}
