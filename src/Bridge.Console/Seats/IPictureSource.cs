namespace Bridge.Console.Seats;

/// <summary>Where the pictures of a post's page come from. One for each open page.</summary>
public interface IPictureSource<out TPicture>
    where TPicture : class, IPicture
{
    /// <summary>The newest picture at once, then every newer one, at least once a second. Ends with the person's right to see it.</summary>
    IAsyncEnumerable<TPicture> WatchAsync(CancellationToken cancellationToken);
}
