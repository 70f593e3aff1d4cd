namespace Bridge.Host.Api.Live;

/// <summary>One kind of news on the live stream. Registered as a service, it is on the stream.</summary>
public interface ILiveTopic
{
    /// <summary>The event name on the stream.</summary>
    string Kind { get; }

    /// <summary>What the viewer's post has to include.</summary>
    Accounts.Permission Needed { get; }

    /// <summary>What this viewer may see: the newest at once, then every newer one. It holds nobody up and may skip.</summary>
    IAsyncEnumerable<object> WatchAsync(Viewer viewer, CancellationToken cancellationToken);
}
