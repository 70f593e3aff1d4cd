using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Bridge.Console.Desk;
using Bridge.Console.Seats;

namespace Bridge.Console.Tests.Hosting.Posts;

/// <summary>A source that draws a picture several times a second, and takes whatever is asked of it.</summary>
internal abstract class FakeSource<TPicture>(Func<DateTimeOffset, TPicture> draw) : IPictureSource<TPicture>
    where TPicture : class, IPicture
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    public Func<DateTimeOffset, TPicture> Draw { get; set; } = draw;

    /// <summary>Nothing new comes.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>What the next act is answered with.</summary>
    public ActOutcome Outcome { get; set; } = new(null);

    public ConcurrentQueue<object> Wishes { get; } = new();

    public async IAsyncEnumerable<TPicture> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pace, TimeProvider.System);
        do
        {
            if (!IsFrozen)
            {
                yield return Draw(TimeProvider.System.GetUtcNow());
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <summary>Waits until so much has been asked of it.</summary>
    public Task WishesAsync(int count, CancellationToken cancellationToken) => Patience.UntilAsync(() => Wishes.Count >= count, () => $"asked for {string.Join(", ", Wishes)}", cancellationToken);

    protected Task<ActOutcome> TakeAsync(object wish)
    {
        Wishes.Enqueue(wish);
        return Task.FromResult(Outcome);
    }
}
