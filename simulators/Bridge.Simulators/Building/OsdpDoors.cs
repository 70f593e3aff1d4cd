using Bridge.Simulators.Osdp;

namespace Bridge.Simulators.Building;

/// <summary>A small building with OSDP readers: a front door whose lock hangs on a Modbus relay board, and a side door whose reader has the lock itself.</summary>
public static class OsdpDoors
{
    public const string Line = "readers";
    public const string Front = "front";
    public const string Side = "side";

    /// <summary>Readers without keys: whatever asks them is answered in clear.</summary>
    public static WorldPlan Plan { get; } = With(LineKind.OsdpTcp, new OsdpPlan(), new OsdpPlan());

    /// <param name="kind">The line of the readers: a terminal or a connection.</param>
    public static WorldPlan With(LineKind kind, OsdpPlan front, OsdpPlan side) => new(
        [
            new LinePlan(Line, kind,
            [
                new DevicePlan("front-reader", 1, DeviceModel.OsdpReader, Osdp: front),
                new DevicePlan("side-reader", 2, DeviceModel.OsdpReader, Osdp: side),
            ]),
            new LinePlan("boards", LineKind.ModbusTcp, [new DevicePlan("front-io", 1, DeviceModel.Waveshare)]),
        ],
        [
            new DoorPlan(Front, "front-io.relay1", "front-io.input1", "front-io.input2", "front-io.input3", "front-reader.tamper", "front-reader"),
            new DoorPlan(Side, "side-reader.output1", "side-reader.input1", null, "side-reader.input2", "side-reader.tamper", "side-reader"),
        ],
        "front-io.input8");
}
