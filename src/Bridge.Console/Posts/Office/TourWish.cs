namespace Bridge.Console.Posts.Office;

/// <summary>What the office does with its tours. The hierarchy is closed.</summary>
public abstract record TourWish
{
    private TourWish()
    {
    }

    /// <param name="From">As the clock on the site's wall says.</param>
    public sealed record Book(string Lobby, int HeadCount, DateTime From, DateTime Until) : TourWish;

    public sealed record Cancel(string Tour) : TourWish;
}
