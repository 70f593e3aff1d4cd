using Bridge.Simulators.Intercoms;

namespace Bridge.Simulators.Building;

/// <summary>
/// The entrance for people without a card: two doors that only the lobby's desk opens, an intercom with a panel at each that dials any unit, and at the rear
/// door the old panel with a button for each of three units, of which only contacts can be had.
/// </summary>
public static class VisitorsEntrance
{
    public const string Front = "hall-front";
    public const string Rear = "hall-rear";

    /// <summary>The serial intercom, with its panels.</summary>
    public const string Station = "call-station";
    public const string FrontPanel = "P1";
    public const string RearPanel = "P2";

    /// <summary>The intercom of contacts.</summary>
    public const string OldPanel = "old-panel";

    /// <summary>The building with this entrance beside its own doors.</summary>
    public static WorldPlan BesideThe(WorldPlan plan) => plan with
    {
        Lines =
        [
            .. plan.Lines.Select(line => line.Id == "lobby" ? line with { Devices = [.. line.Devices, new DevicePlan("hall-io", 6, DeviceModel.Waveshare)] } : line),
            new LinePlan("calls", LineKind.IntercomPty, [new DevicePlan(Station, 1, DeviceModel.SerialIntercom)]),
        ],
        Doors =
        [
            .. plan.Doors,
            new DoorPlan(Front, "hall-io.relay1", "hall-io.input1", null, null, null, null),
            new DoorPlan(Rear, "hall-io.relay2", "hall-io.input2", null, null, null, null),
        ],
        Intercoms =
        [
            .. plan.Intercoms ?? [],
            new ContactIntercomPlan(OldPanel, Buttons: new Dictionary<string, ButtonPlan>
            {
                ["1203"] = new("hall-io.input3", Unlock: "hall-io.input4"),
                ["0903"] = new("hall-io.input5", Hook: "hall-io.input6"),
                ["0602"] = new("hall-io.input7", Unlock: "hall-io.input8"),
            }),
        ],
    };
}
