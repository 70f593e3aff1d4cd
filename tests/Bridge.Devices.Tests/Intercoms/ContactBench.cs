using Bridge.Devices.Intercoms;
using Bridge.Devices.Tests.Doors;
using Bridge.Simulators.Clocks;
using Bridge.Simulators.Devices;
using Bridge.Simulators.Intercoms;

namespace Bridge.Devices.Tests.Intercoms;

/// <summary>A Modbus line with a module on whose inputs an old intercom hangs.</summary>
internal sealed class ContactBench : IntercomBench
{
    private readonly DoorLineBench _bench = new();
    private readonly WirenboardRelayModule _module;
    private readonly ContactIntercom _intercom;

    /// <param name="poll">The pace at which the inputs are read.</param>
    public ContactBench(double poll = 0.1)
    {
        _bench.PollInterval = TimeSpan.FromSeconds(poll);
        _module = new WirenboardRelayModule("unit1", 1, _bench.Surroundings);
        _bench.Add(1, "wirenboard-wb-mr6c", _module, "input1", "input2", "input3", "input4", "input5");
        _bench.Intercoms[1] = Definition;
        _intercom = new ContactIntercom(
            "gate",
            new Dictionary<string, SimulatedInput?>
            {
                ["call"] = _module.Inputs["input1"], ["hook"] = _module.Inputs["input2"], ["unlock"] = _module.Inputs["input3"], ["tamper"] = _module.Inputs["input4"],
            },
            new Dictionary<string, ButtonContacts> { ["1204"] = new(_module.Inputs["input5"]) },
            _bench.Surroundings);
    }

    public static ContactIntercomDefinition Definition { get; } = new(
        Panel, [new ContactSet(null) { Call = "input1", Hook = "input2", Unlock = "input3" }, new ContactSet("1204") { Call = "input5" }])
    {
        Tamper = "input4",
    };

    public override ISimulatedIntercom Intercom => _intercom;

    public ContactIntercom Contacts => _intercom;

    public WirenboardRelayModule Module => _module;

    public DoorLineBench Bench => _bench;

    public override Surroundings Surroundings => _bench.Surroundings;

    public override bool TellsReasons => false;

    public override List<DeviceEvent> Events => _bench.Events;

    public override LineEnd Run(double seconds) => _bench.Run(seconds);

    public override void LoseLinkAfter(double seconds)
    {
        // A line that was lost is another one when it is opened again.
        _bench.Wire.After(TimeSpan.FromSeconds(seconds), () => _bench.Wire.IsLost = true);
        _bench.Wire.After(TimeSpan.FromSeconds(seconds + 0.001), () => _bench.Wire.IsLost = false);
    }
}
