using Bridge.Simulators.Devices;

namespace Bridge.Simulators.Tests.Devices;

public sealed class WirenboardTests
{
    private readonly Bench _bench;
    private WirenboardRelayModule _module = null!;

    public WirenboardTests() => _bench = new Bench(surroundings => _module = new WirenboardRelayModule("module", 1, surroundings));

    private bool RelayOne => _module.Outputs["relay1"].IsOn;

    [Fact]
    public void APlainOnIsAPulseOnceTheTimerIsSet()
    {
        _bench.Ask("01 06 06 E0 00 03");
        _bench.Ask("01 06 06 F8 00 14");
        _bench.Ask("01 05 00 00 FF 00");
        _bench.Wait(0.5);

        Assert.Equal("01 04 02 00 0F", _bench.Ask("01 04 07 48 00 01"));
        Assert.Equal("01 02 01 01", _bench.Ask("01 02 00 60 00 01"));
        _bench.Wait(1.5);
        Assert.False(RelayOne);
        Assert.Equal(TimeSpan.FromSeconds(2), Assert.Single(_module.Outputs["relay1"].Activations).Energised);
    }

    [Fact]
    public void WithoutTheTimerOnStaysOn()
    {
        _bench.Ask("01 05 00 00 FF 00");
        _bench.Wait(3600);

        Assert.True(RelayOne);
    }

    [Fact]
    public void TheSafetyTimeoutDropsTheRelayWhenNobodyAsks()
    {
        _bench.Ask("01 06 00 08 00 05");
        _bench.Ask("01 06 03 AA 00 01");
        _bench.Ask("01 05 00 00 FF 00");
        for (var i = 0; i < 5; i++)
        {
            _bench.Wait(4);
            _bench.Ask("01 01 00 00 00 06");
        }

        Assert.True(RelayOne, "polls keep it on");
        _bench.Wait(4.9);
        Assert.True(RelayOne, "not yet");
        _bench.Wait(0.1);

        Assert.False(RelayOne);
        Assert.True(_module.IsInSafetyMode);
        Assert.Equal(ActivationEnd.Watchdog, Assert.Single(_module.Outputs["relay1"].Activations).EndedBy);
        _bench.Ask("01 01 00 00 00 06");
        Assert.False(_module.IsInSafetyMode);
    }

    public static TheoryData<string, int, bool> PowerUps => new()
    {
        { "0: the safe state, off", 0, false },
        { "1: as it was", 1, true },
        { "2: as its input is", 2, false },
    };

    [Theory]
    [MemberData(nameof(PowerUps))]
    public void APowerCutLeavesTheRelayAsItsSettingSays(string why, int setting, bool on)
    {
        _bench.Ask($"01 06 00 06 00 0{setting}");
        _bench.Ask("01 05 00 00 FF 00");
        _module.Reboot();

        Assert.True(on == RelayOne, why);
    }

    [Fact]
    public void FreshFromTheBoxAnInputTogglesItsRelayAndCommissionedItDoesNot()
    {
        Press();
        Assert.True(RelayOne, "positive control: the trap is there");
        _bench.Ask("01 05 00 00 00 00");

        _module.Commissioned(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));
        Press();

        Assert.False(RelayOne);
    }

    [Fact]
    public void CountsEdgesAndPressesUntilThePowerIsCut()
    {
        Press();
        _module.Inputs["input1"].Set(true);
        _bench.Wait(2);
        _module.Inputs["input1"].Set(false);

        Assert.Equal("01 04 02 00 02", _bench.Ask("01 04 00 20 00 01"));
        Assert.Equal("01 04 02 00 01", _bench.Ask("01 04 01 D0 00 01"));
        Assert.Equal("01 04 02 00 01", _bench.Ask("01 04 01 E0 00 01"));
        _module.Reboot();
        Assert.Equal("01 04 02 00 00", _bench.Ask("01 04 00 20 00 01"));
    }

    [Fact]
    public void TheUptimeStartsAgain()
    {
        _bench.Wait(70_000);
        Assert.Equal("01 04 04 00 01 11 70", _bench.Ask("01 04 00 68 00 02"));
        _module.Reboot();
        Assert.Equal("01 04 04 00 00 00 00", _bench.Ask("01 04 00 68 00 02"));
    }

    public static TheoryData<string, string, string> Refusals => new()
    {
        { "a safety time-out of nothing", "01 06 00 08 00 00", "01 86 03" },
        { "a timer it does not simulate", "01 06 06 E0 00 05", "01 86 03" },
        { "relay 7", "01 05 00 06 FF 00", "01 85 02" },
        { "input 7 of the discrete table is a gap away", "01 02 00 06 00 01", "01 82 02" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Refuses(string why, string request, string reply) => Assert.True(reply == _bench.Ask(request), $"{why}: {_bench.Sink.Sent[0]}");

    private void Press()
    {
        _module.Inputs["input1"].Set(true);
        _bench.Wait(0.2);
        _module.Inputs["input1"].Set(false);
    }
}
