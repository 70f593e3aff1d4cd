using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Lines;

namespace Bridge.Simulators.Building;

/// <summary>The built-in building: six doors on two lines. The wiring table is in simulators/README.md.</summary>
public static class SixDoors
{
    public static WorldPlan Plan { get; } = new(
        [
            new LinePlan("lobby", LineKind.ModbusTcp,
            [
                new DevicePlan("lobby-main-lock", 1, DeviceModel.KeypadLock),
                new DevicePlan("lobby-back-lock", 2, DeviceModel.KeypadLock),
                new DevicePlan("lobby-io", 3, DeviceModel.Waveshare),
                new DevicePlan("garage-reader", 4, DeviceModel.KeypadLock),
                new DevicePlan("parcel-reader", 5, DeviceModel.KeypadLock),
            ]),
            new LinePlan("tower", LineKind.Pty,
            [
                new DevicePlan("tower-io", 10, DeviceModel.Wirenboard),
                new DevicePlan("roof-reader", 11, DeviceModel.KeypadLock),
                new DevicePlan("pool-reader", 12, DeviceModel.KeypadLock),
            ]),
        ],
        [
            Whole("lobby-main", "lobby-main-lock"),
            Whole("lobby-back", "lobby-back-lock"),
            new DoorPlan("garage", "lobby-io.relay1", "lobby-io.input1", "lobby-io.input2", "lobby-io.input3", "garage-reader.tamper",
                "garage-reader", ContactClosedIsOn: true),
            new DoorPlan("parcel-room", "lobby-io.relay2", "lobby-io.input4", "lobby-io.input5", "lobby-io.input6", "parcel-reader.tamper",
                "parcel-reader"),
            new DoorPlan("roof", "tower-io.relay1", "tower-io.input1", "tower-io.input2", "tower-io.input3", "roof-reader.tamper", "roof-reader"),
            new DoorPlan("pool", "tower-io.relay2", "tower-io.input4", null, "tower-io.input6", "pool-reader.tamper", "pool-reader"),
        ],
        "lobby-io.input8");

    /// <summary>The same building with OSDP readers at the two lobby doors, on a line of their own, each with its key.</summary>
    public static WorldPlan WithOsdpReaders(string mainKey, string backKey) =>
        WithOsdpReaders(new OsdpPlan(mainKey, RequiresSecurity: true), new OsdpPlan(backKey, RequiresSecurity: true));

    /// <summary>The same, straight from their maker: without a key, and taking the default key until they have one.</summary>
    public static WorldPlan WithNewOsdpReaders { get; } =
        WithOsdpReaders(new OsdpPlan(InstallMode: true, RequiresSecurity: true), new OsdpPlan(InstallMode: true, RequiresSecurity: true));

    private static WorldPlan WithOsdpReaders(OsdpPlan main, OsdpPlan back) => new(
        [
            .. Plan.Lines,
            new LinePlan("readers", LineKind.OsdpPty,
            [
                new DevicePlan("lobby-main-reader", 1, DeviceModel.OsdpReader, Osdp: main),
                new DevicePlan("lobby-back-reader", 2, DeviceModel.OsdpReader, Osdp: back),
            ],
            Pace: new LinePace { BitsPerSecond = 38400, Turnaround = TimeSpan.FromMilliseconds(3) }),
        ],
        [.. Plan.Doors.Select(door => door.Id is "lobby-main" or "lobby-back" ? door with { Reader = $"{door.Id}-reader" } : door)],
        Plan.Fire);

    /// <summary>A door whose lock, sensors and reader are all one keypad lock.</summary>
    private static DoorPlan Whole(string door, string device) =>
        new(door, $"{device}.lock", $"{device}.contact", $"{device}.bolt", $"{device}.rex", $"{device}.tamper", device);
}
