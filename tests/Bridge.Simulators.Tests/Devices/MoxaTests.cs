using Bridge.Simulators.Devices;

namespace Bridge.Simulators.Tests.Devices;

public sealed class MoxaTests
{
    private readonly Bench _bench;
    private MoxaModule _module = null!;

    public MoxaTests() => _bench = new Bench(surroundings => _module =
        new MoxaModule("module", 1, surroundings) { PulseWidth = TimeSpan.FromSeconds(3), HostWatchdog = TimeSpan.FromSeconds(10) });

    [Fact]
    public void ThePulseCoilPulsesForTheConfiguredWidth()
    {
        Assert.Equal("01 05 00 12 FF 00", _bench.Ask("01 05 00 12 FF 00"));
        _bench.Wait(2.999);
        Assert.True(_module.Outputs["relay3"].IsOn);
        _bench.Wait(0.001);

        Assert.False(_module.Outputs["relay3"].IsOn);
    }

    [Fact]
    public void TheHostWatchdogDropsARelayLeftOn()
    {
        _bench.Ask("01 05 00 00 FF 00");
        _bench.Wait(10);

        Assert.True(_module.IsInSafeStatus);
        Assert.Equal(ActivationEnd.Watchdog, Assert.Single(_module.Outputs["relay1"].Activations).EndedBy);
        _bench.Ask("01 05 10 20 FF 00");
        Assert.False(_module.IsInSafeStatus);
    }

    [Fact]
    public void CountersHaveTheHighWordFirstAndAreClearedByWritingOne()
    {
        _module.Inputs["input2"].Set(true);

        Assert.Equal("01 04 04 00 00 00 01", _bench.Ask("01 04 00 12 00 02"));
        Assert.Equal("01 85 03", _bench.Ask("01 05 01 11 00 00"));
        _bench.Ask("01 05 01 11 FF 00");
        Assert.Equal("01 04 04 00 00 00 00", _bench.Ask("01 04 00 12 00 02"));
    }

    [Fact]
    public void AStoppedCounterStandsStill()
    {
        _module.Inputs["input1"].Set(true);
        _bench.Ask("01 05 01 00 00 00");
        _module.Inputs["input1"].Set(false);
        _module.Inputs["input1"].Set(true);

        Assert.Equal("01 04 04 00 00 00 01", _bench.Ask("01 04 00 10 00 02"));
    }
}
