using Bridge.Devices;
using Bridge.Host.Configuration;
using Bridge.Host.Translation;
using Bridge.Policy;

namespace Bridge.Host.Tests.Translation;

/// <summary>One door whose parts hang on several units, as they do where a relay board, an input module and a keypad are used.</summary>
internal static class SplitDoor
{
    public static readonly DoorId Door = new("gate");
    public static readonly AccessPointId Keypad = new("gate.keypad");
    public static readonly DeviceId Relay = new("relay");
    public static readonly DeviceId Inputs = new("inputs");
    public static readonly DeviceId Pad = new("pad");

    public static WiringIndex Wiring { get; } = new(new Wiring(
        [
            new DoorWiring(
                Door, new DoorName("gate", "gate"), new PointId(Relay, "lock"), new PointId(Inputs, "bolt"), new PointId(Inputs, "contact"),
                new PointId(Inputs, "rex"), new PointId(Pad, "tamper")),
        ],
        [new AccessPointWiring(Keypad, new PointId(Pad, "reader"), null)],
        []));
}
