namespace Bridge.Console.Desk;

/// <summary>A visitor on the way from the gate.</summary>
/// <param name="Left">Until it ends, at the moment of the picture; null while it is not confirmed.</param>
public sealed record AnnouncedView(string Id, string Unit, string? Visitor, int HeadCount, bool Confirmed, TimeSpan? Left)
{
    public bool OverRadio { get; init; }
}
