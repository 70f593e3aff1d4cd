using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Bridge.Console.Desk;

namespace Bridge.Console.Tests.Desk;

/// <summary>A desk whose picture a test sets, and which remembers what it was asked.</summary>
internal sealed class FakeDesk(DeskView first) : IDesk
{
    private readonly Channel<DeskView> pictures = Channel.CreateBounded<DeskView>(16);
    private readonly List<DeskAct> acts = [];

    public DeskView Current { get; private set; } = first;

    public IReadOnlyList<DeskAct> Acts
    {
        get
        {
            lock (acts)
            {
                return [.. acts];
            }
        }
    }

    public Func<DeskAct, ActOutcome> Answer { get; set; } = _ => new ActOutcome(null);

    /// <summary>What is asked is answered when this is done.</summary>
    public Task Answers { get; set; } = Task.CompletedTask;

    public ImmutableArray<DirectoryRow> Residents { get; set; } = [];

    public ImmutableArray<DirectoryRow> Leaders { get; set; } = [];

    public void Show(DeskView picture)
    {
        Current = picture;
        pictures.Writer.TryWrite(picture);
    }

    public async IAsyncEnumerable<DeskView> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Current;
        await foreach (var picture in pictures.Reader.ReadAllAsync(cancellationToken))
        {
            yield return picture;
        }
    }

    public async Task<ActOutcome> ActAsync(DeskAct act, CancellationToken cancellationToken)
    {
        lock (acts)
        {
            acts.Add(act);
        }

        await Answers.WaitAsync(cancellationToken);
        return Answer(act);
    }

    public Task<ImmutableArray<DirectoryRow>> FindResidentsAsync(string text, CancellationToken cancellationToken) => Task.FromResult(Residents);

    public Task<ImmutableArray<DirectoryRow>> FindLeadersAsync(CancellationToken cancellationToken) => Task.FromResult(Leaders);
}
