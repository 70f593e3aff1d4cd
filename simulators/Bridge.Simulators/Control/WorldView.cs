using Bridge.Simulators.Building;

namespace Bridge.Simulators.Control;

public sealed record WorldView(
    DateTimeOffset At,
    bool IsOnFire,
    IReadOnlyList<LineView> Lines,
    IReadOnlyList<DeviceView> Devices,
    IReadOnlyList<OsdpReaderView> Readers,
    IReadOnlyList<DoorView> Doors)
{
    /// <summary>One moment of the whole building.</summary>
    public static WorldView Of(World world)
    {
        lock (world.Surroundings.Gate)
        {
            world.Surroundings.Settle();
            return new WorldView(
                world.Surroundings.Now,
                world.IsOnFire,
                [.. world.Lines.Values.Select(LineView.Of)],
                [.. world.Devices.Values.Select(DeviceView.Of)],
                [.. world.Readers.Values.Select(OsdpReaderView.Of)],
                [.. world.Doors.Values.Select(DoorView.Of)]);
        }
    }
}
