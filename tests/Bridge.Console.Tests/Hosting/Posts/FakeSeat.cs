using Bridge.Console.Seats;

namespace Bridge.Console.Tests.Hosting.Posts;

/// <summary>A seat that a test gives and takes away.</summary>
internal sealed class FakeSeat(SeatView? first) : ISeat, IDisposable
{
    private readonly CancellationTokenSource _ended = new();

    public SeatView? Sitting { get; set; } = first;

    public CancellationToken Ended => _ended.Token;

    public static FakeSeat Of(SeatRole role) => new(new SeatView("赵刚", role, "a", new("A座大堂", "Lobby A")));

    public Task<SeatView?> FindAsync(CancellationToken cancellationToken) => Task.FromResult(Sitting);

    public void Stay()
    {
    }

    public void Shown()
    {
    }

    public Task<bool> AttendAsync(string password, CancellationToken cancellationToken) => Task.FromResult(password == "right");

    public void End()
    {
        Sitting = null;
        _ended.Cancel();
    }

    public void Dispose() => _ended.Dispose();
}
