using System.Threading.Channels;

namespace Bridge.Host.Runtime;

/// <summary>
/// The one way into the engine. Bounded: when it is full a device line keeps its events at their source and offers them again at a later poll, so
/// that back-pressure reaches exactly the line that causes it.
/// </summary>
public sealed class EngineQueue(int capacity)
{
    private readonly Channel<EngineItem> channel = Channel.CreateBounded<EngineItem>(
        new BoundedChannelOptions(capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    public ChannelReader<EngineItem> Reader => channel.Reader;

    public int Waiting => channel.Reader.Count;

    public bool TryOffer(EngineItem item) => channel.Writer.TryWrite(item);

    public ValueTask PostAsync(EngineItem item, CancellationToken cancellationToken) => channel.Writer.WriteAsync(item, cancellationToken);

    public void Complete() => channel.Writer.TryComplete();
}
