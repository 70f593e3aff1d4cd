namespace Bridge.Journal.Residents;

/// <param name="Id">Opaque; what everybody but the register speaks of.</param>
/// <param name="Unit">As people write it, such as A-1203.</param>
/// <param name="Route">A special household's is the control room.</param>
/// <param name="ChildrenMayAnswer">Whether a child's yes at the indoor station counts.</param>
public sealed record Household(string Id, string Unit, string Lobby, ClearanceRoute Route, bool ChildrenMayAnswer)
{
    public override string ToString() => Id;
}
