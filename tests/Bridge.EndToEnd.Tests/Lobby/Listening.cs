using System.Text;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>Keeps everything that a live stream says, until it is closed.</summary>
internal sealed class Listening : IAsyncDisposable
{
    private readonly StringBuilder heard = new();
    private readonly Lock gate = new();
    private readonly CancellationTokenSource end;
    private readonly StreamReader stream;
    private Task reading = Task.CompletedTask;

    private Listening(StreamReader stream, CancellationTokenSource end)
    {
        this.stream = stream;
        this.end = end;
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

    public static Listening To(StreamReader stream, CancellationToken cancellationToken)
    {
        var listening = new Listening(stream, CancellationTokenSource.CreateLinkedTokenSource(cancellationToken));
        listening.reading = listening.ReadAsync(listening.end.Token);
        return listening;
    }

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
