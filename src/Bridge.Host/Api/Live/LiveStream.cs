using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Bridge.Host.Accounts;

namespace Bridge.Host.Api.Live;

/// <summary>
/// News to one viewer after the other: each has a queue of his own with a limit, and who does not read is told to begin anew and dropped. He never holds up
/// the engine or another viewer.
/// </summary>
internal sealed class LiveStream(IEnumerable<ILiveTopic> topics, TimeProvider time)
{
    public const int Waiting = 64;
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    public bool HasAnythingFor(Caller caller) => topics.Any(topic => Viewer.Of(caller, topic.Needed) is not null);

    /// <summary>Ends with the caller's right, with the request, or with a last "resync" for a reader who is too slow.</summary>
    public async IAsyncEnumerable<SseItem<string>> WatchAsync(Caller caller, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, caller.Ended);
        var queue = Channel.CreateBounded<(string Kind, object Picture)>(new BoundedChannelOptions(Waiting) { SingleReader = true });
        var number = 0L;
        var publishers = topics.Select(topic => PublishAsync(topic, caller, queue.Writer, both.Token)).Append(BeatAsync(queue.Writer, both.Token)).ToList();
        try
        {
            await foreach (var (kind, picture) in ReadAsync(queue.Reader, both.Token))
            {
                number++;
                yield return new SseItem<string>(JsonSerializer.Serialize(picture, picture.GetType(), ApiJson.Options), kind)
                {
                    EventId = number.ToString(CultureInfo.InvariantCulture),
                };
            }

            if (!both.IsCancellationRequested)
            {
                yield return new SseItem<string>("{}", "resync") { EventId = (number + 1).ToString(CultureInfo.InvariantCulture) };
            }
        }
        finally
        {
            await both.CancelAsync();
            await Task.WhenAll(publishers);
        }
    }

    private static async IAsyncEnumerable<(string, object)> ReadAsync(
        ChannelReader<(string, object)> reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await MayReadAsync(reader, cancellationToken))
        {
            while (!cancellationToken.IsCancellationRequested && reader.TryRead(out var item))
            {
                yield return item;
            }
        }
    }

    private static async Task<bool> MayReadAsync(ChannelReader<(string, object)> reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.WaitToReadAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async Task PublishAsync(ILiveTopic topic, Caller caller, ChannelWriter<(string, object)> queue, CancellationToken cancellationToken)
    {
        if (Viewer.Of(caller, topic.Needed) is not { } viewer)
        {
            return;
        }

        try
        {
            await foreach (var picture in topic.WatchAsync(viewer, cancellationToken))
            {
                if (!queue.TryWrite((topic.Kind, picture)))
                {
                    queue.TryComplete();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The viewer has gone.
        }
    }

    private async Task BeatAsync(ChannelWriter<(string, object)> queue, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Heartbeat, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                if (!queue.TryWrite(("heartbeat", new HeartbeatPicture(time.GetUtcNow()))))
                {
                    queue.TryComplete();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The viewer has gone.
        }
    }
}
