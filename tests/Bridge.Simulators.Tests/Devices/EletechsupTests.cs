using Bridge.Simulators.Devices;

namespace Bridge.Simulators.Tests.Devices;

public sealed class EletechsupTests
{
    private readonly Bench _bench;
    private EletechsupRelayBoard _board = null!;

    public EletechsupTests() => _bench = new Bench(surroundings => _board = new EletechsupRelayBoard("board", 1, surroundings, firstRegister: 1));

    private bool RelayOne => _board.Outputs["relay1"].IsOn;

    public static TheoryData<string, string, double> Pulses => new()
    {
        { "momentary is one second", "01 06 00 01 05 00 DB 5A", 1 },
        { "delay of five seconds", "01 06 00 01 06 05 1B A9", 5 },
    };

    [Theory]
    [MemberData(nameof(Pulses))]
    public void PulsesEndByTheBoardsTimer(string why, string request, double seconds)
    {
        Assert.Equal(request, _bench.Raw(Hex.Bytes(request)));
        Assert.Equal("01 03 02 00 01", _bench.Ask("01 03 00 01 00 01"));

        _bench.Wait(seconds - 0.001);
        Assert.True(RelayOne, why);
        _bench.Wait(0.001);

        Assert.False(RelayOne, why);
    }

    public static TheoryData<string, string> Ignored => new()
    {
        { "off", "01 06 00 01 02 00" },
        { "on", "01 06 00 01 01 00" },
        { "toggle", "01 06 00 01 03 00" },
        { "latch of another relay", "01 06 00 02 04 00" },
        { "all off", "01 06 00 00 08 00" },
        { "bitmap", "01 06 00 80 00 00" },
        { "coil off", "01 05 00 00 00 00" },
    };

    /// <summary>The family's trap: the reply is the echo and nothing moves.</summary>
    [Theory]
    [MemberData(nameof(Ignored))]
    public void WhileADelayRunsItEchoesAndIgnores(string why, string request)
    {
        _bench.Ask("01 06 00 01 06 05");

        Assert.True(request == _bench.Ask(request), why);

        Assert.True(RelayOne, why);
        _bench.Wait(5);
        Assert.False(RelayOne, why);
    }

    [Fact]
    public void ADelayOfNothingOpensAtOnce()
    {
        _bench.Ask("01 06 00 01 06 05");
        _bench.Wait(1);

        Assert.Equal("01 06 00 01 06 00 DB AA", _bench.Raw(Hex.Bytes("01 06 00 01 06 00 DB AA")));

        Assert.Equal(TimeSpan.FromSeconds(1), Assert.Single(_board.Outputs["relay1"].Activations).Energised);
    }

    [Fact]
    public void OnAndOffWorkWithoutADelay()
    {
        _bench.Raw(Hex.Bytes("01 06 00 01 01 00 D9 9A"));
        Assert.True(RelayOne);
        _bench.Raw(Hex.Bytes("01 06 00 01 02 00 D9 6A"));
        Assert.False(RelayOne);
    }

    [Fact]
    public void ItHasNoInputs()
    {
        Assert.Equal("01 82 01", _bench.Ask("01 02 00 00 00 08"));
        Assert.Equal("01 84 01", _bench.Ask("01 04 00 00 00 01"));
    }
}
