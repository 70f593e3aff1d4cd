using Bridge.Console.Doors;

namespace Bridge.Console.Desk;

/// <summary>A call at a door station of the lobby.</summary>
public sealed record CallView(string Panel, CallStage Stage, string? Unit, long? Case, TimeSpan Age)
{
    /// <summary>The door that the station stands at; the station's own id where it stands at none that this desk sees.</summary>
    public DisplayName Place { get; init; } = new(Panel, Panel);
}
