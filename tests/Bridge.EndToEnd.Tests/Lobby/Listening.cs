using System.Text;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>Keeps everything that a live stream says, until it is closed.</summary>
internal sealed class Listening : IAsyncDisposable
{
    private readonly StringBuilder heard = new();
    private readonly Lock gate = new();
    private readonly CancellationTokenSource end;
    private readonly StreamReader stream;
    private readonly Task reading;

    private Listening(StreamReader stream, CancellationToken cancellationToken)
    {
        this.stream = stream;
        end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        reading = ReadAsync(end.Token);
    }

    public string Heard
    {
        get
        {
            lock (gate)
            {
                return heard.ToString();
            }
        }
    }

    public static Listening To(StreamReader stream, CancellationToken cancellationToken) => new(stream, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await reading;
        stream.Dispose();
        end.Dispose();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await stream.ReadLineAsync(cancellationToken) is { } line)
            {
                lock (gate)
                {
                    heard.AppendLine(line);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Closed by us.
        }
    }
}
