using Bridge.Simulators.Intercoms;

namespace Bridge.Simulators.Control;

/// <summary>An intercom as somebody who sees all its stations sees it.</summary>
/// <param name="Unlocks">Presses on unlock keys since the start.</param>
public sealed record IntercomView(string Id, IReadOnlyList<StationCall> Calls, int Unlocks)
{
    public static IntercomView Of(ISimulatedIntercom intercom) => new(intercom.Id, intercom.Board.OpenCalls, intercom.Board.Unlocks);
}
