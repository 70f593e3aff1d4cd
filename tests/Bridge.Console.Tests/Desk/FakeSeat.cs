using Bridge.Console.Seats;

namespace Bridge.Console.Tests.Desk;

/// <summary>A seat that a test gives and takes away.</summary>
internal sealed class FakeSeat(SeatView? sitting) : ISeat, IDisposable
{
    private readonly CancellationTokenSource ended = new();
    private SeatView? current = sitting;

    public CancellationToken Ended => ended.Token;

    public Task<SeatView?> FindAsync(CancellationToken cancellationToken) => Task.FromResult(current);

    public void Stay()
    {
    }

    public void TakeAway()
    {
        current = null;
        ended.Cancel();
    }

    public void Dispose() => ended.Dispose();
}
