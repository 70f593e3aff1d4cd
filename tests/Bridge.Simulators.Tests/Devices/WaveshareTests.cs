using Bridge.Simulators.Devices;

namespace Bridge.Simulators.Tests.Devices;

public sealed class WaveshareTests
{
    private readonly Bench _bench;
    private WaveshareRelayBoard _board = null!;

    public WaveshareTests() => _bench = new Bench(surroundings => _board = new WaveshareRelayBoard("board", 1, surroundings));

    public static TheoryData<string, string, string> Printed => new()
    {
        { "flash relay 1 for 0.7 s", "01 05 02 00 00 07 8D B0", "01 05 02 00 00 07 8D B0" },
        { "flash relay 1 for 5 s", "01 05 02 00 00 32 4D A7", "01 05 02 00 00 32 4D A7" },
        { "flash-off relay 1 for 0.7 s", "01 05 04 00 00 07 8D 38", "01 05 04 00 00 07 8D 38" },
        { "flash-off relay 2 for 0.8 s", "01 05 04 01 00 08 9C FC", "01 05 04 01 00 08 9C FC" },
    };

    [Theory]
    [MemberData(nameof(Printed))]
    public void EchoesItsVendorsCommands(string why, string request, string reply) =>
        Assert.True(reply == _bench.Raw(Hex.Bytes(request)), why);

    [Fact]
    public void AFlashEndsByTheBoardsOwnTimer()
    {
        _bench.Ask("01 05 02 00 00 07");
        Assert.Equal("01 01 01 01", _bench.Ask("01 01 00 00 00 08"));

        _bench.Wait(0.699);
        Assert.True(_board.Outputs["relay1"].IsOn);
        _bench.Wait(0.001);

        Assert.False(_board.Outputs["relay1"].IsOn);
        var activation = Assert.Single(_board.Outputs["relay1"].Activations);
        Assert.Equal(TimeSpan.FromSeconds(0.7), activation.Energised);
        Assert.Equal(ActivationEnd.Timer, activation.EndedBy);
    }

    [Fact]
    public void AFlashOffOpensAndClosesAgain()
    {
        _bench.Ask("01 05 00 00 FF 00");
        _bench.Ask("01 05 04 00 00 08");
        Assert.False(_board.Outputs["relay1"].IsOn);

        _bench.Wait(0.8);

        Assert.True(_board.Outputs["relay1"].IsOn);
    }

    [Fact]
    public void OffEndsAFlash()
    {
        _bench.Ask("01 05 02 03 00 32");
        _bench.Wait(1);
        _bench.Ask("01 05 00 03 00 00");

        var activation = Assert.Single(_board.Outputs["relay4"].Activations);
        Assert.Equal(TimeSpan.FromSeconds(1), activation.Energised);
        Assert.Equal(ActivationEnd.Command, activation.EndedBy);
    }

    [Fact]
    public void ASecondFlashProlongsAndIsCounted()
    {
        _bench.Ask("01 05 02 00 00 0A");
        _bench.Wait(0.5);
        _bench.Ask("01 05 02 00 00 0A");
        _bench.Wait(5);

        var activation = Assert.Single(_board.Outputs["relay1"].Activations);
        Assert.Equal((TimeSpan.FromSeconds(1.5), 2), (activation.Energised, activation.Commands));
    }

    [Fact]
    public void ARebootDropsTheRelays()
    {
        _bench.Ask("01 05 02 00 00 32");
        _board.Reboot();
        _bench.Wait(10);

        Assert.Equal(ActivationEnd.Reboot, Assert.Single(_board.Outputs["relay1"].Activations).EndedBy);
    }

    public static TheoryData<string, string, string> Refusals => new()
    {
        { "a flash of nothing", "01 05 02 00 00 00", "01 85 03" },
        { "relay 9", "01 05 00 08 FF 00", "01 85 02" },
        { "a value that is neither on, off nor toggle", "01 05 00 00 12 34", "01 85 03" },
        { "input registers, which it has not", "01 04 00 00 00 01", "01 84 01" },
        { "a control mode that does not exist", "01 06 10 00 00 04", "01 86 03" },
        { "nine inputs", "01 02 00 00 00 09", "01 82 02" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Refuses(string why, string request, string reply) => Assert.True(reply == _bench.Ask(request), $"{why}: {_bench.Sink.Sent[0]}");

    public static TheoryData<string, string, bool> Modes => new()
    {
        { "normal: the input moves nothing", "01 06 10 00 00 00", false },
        { "linkage: the relay follows", "01 06 10 00 00 01", true },
        { "toggle: a press switches", "01 06 10 00 00 02", true },
        { "edge: an edge switches", "01 06 10 00 00 03", true },
    };

    [Theory]
    [MemberData(nameof(Modes))]
    public void TheControlModeSaysWhetherAnInputDrivesTheRelay(string why, string request, bool on)
    {
        _bench.Ask(request);
        _board.Inputs["input1"].Set(true);

        Assert.True(on == _board.Outputs["relay1"].IsOn, why);
        Assert.Equal("01 02 01 01", _bench.Ask("01 02 00 00 00 08"));
    }

    [Fact]
    public void SwitchesAllAndToggles()
    {
        _bench.Ask("01 05 00 FF FF 00");
        Assert.Equal("01 01 01 FF", _bench.Ask("01 01 00 00 00 08"));
        _bench.Ask("01 05 00 02 55 00");
        Assert.Equal("01 01 01 FB", _bench.Ask("01 01 00 00 00 08"));
        Assert.Equal("01 03 02 00 C8", _bench.Ask("01 03 80 00 00 01"));
    }
}
