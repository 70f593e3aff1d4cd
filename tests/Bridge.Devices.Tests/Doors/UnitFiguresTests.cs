namespace Bridge.Devices.Tests.Doors;

/// <summary>What is counted of each unit, and of no other.</summary>
public sealed class UnitFiguresTests
{
    [Fact]
    public void EachUnitIsCountedForItself()
    {
        var bench = new DoorLineBench();
        bench.AddKeypad(1);
        bench.AddKeypad(2);
        bench.Wire.Units[1].Delay = TimeSpan.FromMilliseconds(20);
        bench.Wire.Units[2].IsDead = true;
        bench.Run(5);
        var (well, dead) = (bench.Line.Units[0], bench.Line.Units[1]);
        Assert.Equal((1, 2), (well.Unit, dead.Unit));
        Assert.True(well is { Answers: true, Silences: 0, Garbled: 0, CheckErrors: 0 } && well.Requests == well.Replies, well.ToString());
        Assert.InRange(well.ReplyTime / well.Replies, TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(25));
        Assert.True(dead is { Answers: false, Replies: 0, Requests: > 0 } && dead.Silences == dead.Requests, dead.ToString());
    }

    [Fact]
    public void BrokenAnswersAndExceptionsAreToldApart()
    {
        var bench = new DoorLineBench();
        bench.AddKeypad(1);
        bench.AddKeypad(2);
        bench.Wire.Units[1].Spoil = frame => [.. frame[..^1], (byte)(frame[^1] ^ 1)];
        bench.Wire.Units[2].Spoil = frame => FrameCheck.Close([frame[0], (byte)(frame[1] | 0x80), 4]);
        bench.Run(5);
        Assert.True(bench.Line.Units[0] is { Answers: false, Garbled: > 0, CheckErrors: > 0, Exceptions: 0 }, bench.Line.Units[0].ToString());
        Assert.True(bench.Line.Units[1] is { Answers: true, Garbled: 0, CheckErrors: 0, Exceptions: > 0 }, bench.Line.Units[1].ToString());
    }
}
