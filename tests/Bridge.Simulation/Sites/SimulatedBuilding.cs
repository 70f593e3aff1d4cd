using Bridge.Simulators.Building;

namespace Bridge.Simulation.Sites;

/// <summary>The hardware of the simulated building: five doors on two lines. Which of its sensors are wired is the site's business.</summary>
internal static class SimulatedBuilding
{
    /// <summary>The second fire input; the first is the world's own.</summary>
    public const string Sprinkler = "tower-io.input8";

    public const string Panel = "lobby-io.input8";

    public static WorldPlan Plan { get; } = new(
        [
            new LinePlan("lobby", LineKind.ModbusTcp,
            [
                new DevicePlan("main-lock", 1, DeviceModel.KeypadLock),
                new DevicePlan("back-lock", 2, DeviceModel.KeypadLock, KeepsMemory: false),
                new DevicePlan("lobby-io", 3, DeviceModel.Waveshare),
                new DevicePlan("garage-reader", 4, DeviceModel.KeypadLock),
            ]),
            new LinePlan("tower", LineKind.ModbusTcp,
            [
                new DevicePlan("roof-lock", 1, DeviceModel.KeypadLock),
                new DevicePlan("tower-io", 2, DeviceModel.Waveshare),
                new DevicePlan("store-reader", 3, DeviceModel.KeypadLock),
            ]),
        ],
        [
            Whole("main"),
            Whole("back"),
            new DoorPlan("garage", "lobby-io.relay1", "lobby-io.input1", "lobby-io.input2", "lobby-io.input3", "garage-reader.tamper", "garage-reader", ContactClosedIsOn: true),
            Whole("roof"),
            new DoorPlan("store", "tower-io.relay1", "tower-io.input1", "tower-io.input2", "tower-io.input3", "store-reader.tamper", "store-reader"),
        ],
        Panel);

    public static IReadOnlyList<string> Doors { get; } = [.. Plan.Doors.Select(door => door.Id)];

    public static DoorPlan Door(string id) => Plan.Doors.First(door => door.Id == id);

    private static DoorPlan Whole(string door) =>
        new(door, $"{door}-lock.lock", $"{door}-lock.contact", $"{door}-lock.bolt", $"{door}-lock.rex", $"{door}-lock.tamper", $"{door}-lock");
}
