using Bridge.Simulators.Building;

namespace Bridge.Simulators.Control;

public sealed record DoorView(string Id, bool IsOpen, bool IsReleased, bool IsHeld, bool IsStuck, int Activations, int? Feedback)
{
    public static DoorView Of(SimulatedDoor door) => new(
        door.Id, door.IsOpen, door.IsReleased, door.IsHeld, door.IsStuck, door.LockActivations.Count, door.Reader?.ShownFeedback);
}
