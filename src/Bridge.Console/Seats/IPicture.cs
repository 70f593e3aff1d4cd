namespace Bridge.Console.Seats;

/// <summary>One picture of everything on a post's page, replaced whole.</summary>
public interface IPicture
{
    /// <summary>When the picture was true.</summary>
    DateTimeOffset ObservedAt { get; }
}
