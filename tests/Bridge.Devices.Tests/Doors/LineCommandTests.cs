using Bridge.Devices.Doors;
using static Bridge.Devices.Tests.Doors.DoorLineBench;

namespace Bridge.Devices.Tests.Doors;

/// <summary>What becomes of commands: in which order, how often, and what the caller is told.</summary>
public sealed class LineCommandTests
{
    private static readonly TimeSpan FiveSeconds = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task ACommandOvertakesThePollsThatAreDue()
    {
        var bench = new DoorLineBench { PollInterval = TimeSpan.FromMilliseconds(10) };
        for (byte unit = 1; unit <= 16; unit++)
        {
            bench.AddKeypad(unit);
        }

        Task<CommandResult>? result = null;
        bench.Wire.At(TimeSpan.FromSeconds(1), () => result = bench.Execute(new DeviceCommand.Pulse(Point(9, "lock"), FiveSeconds)));
        bench.Run(2);
        var requests = bench.Wire.Requests.Where(request => request.At >= TimeSpan.FromSeconds(1)).Take(2).ToList();
        var pulse = requests.FindIndex(request => request.Frame is [9, 6, 0, 1, 0, 50, ..]);
        Assert.True(pulse >= 0, $"the pulse waits for at most one transaction: {string.Join(", ", requests.Select(each => Convert.ToHexString(each.Frame)))}");
        Assert.IsType<CommandResult.Confirmed>(await Answered(result));
    }

    [Fact]
    public void AnIdleLineIsWokenAtOnce()
    {
        var bench = new DoorLineBench { PollInterval = TimeSpan.FromSeconds(60) };
        bench.AddKeypad(1);
        bench.Wire.At(TimeSpan.FromSeconds(10), () => _ = bench.Execute(new DeviceCommand.Pulse(Point(1, "lock"), FiveSeconds)));
        bench.Run(20);
        var (at, _) = bench.Wire.Requests.First(request => request.Frame[1] == 6);
        Assert.True(at - TimeSpan.FromSeconds(10) < TimeSpan.FromMilliseconds(5), $"sent at {at}");
    }

    [Fact]
    public void FireGoesBeforeLocksAndLocksBeforeIndicators()
    {
        var bench = new DoorLineBench();
        bench.AddKeypad(1);
        bench.AddKeypad(2);
        bench.Wire.At(TimeSpan.FromSeconds(1), () =>
        {
            _ = bench.Execute(new DeviceCommand.Indicate(Point(1, "reader"), "AccessGranted"), CommandPriority.Indicator);
            _ = bench.Execute(new DeviceCommand.SwitchOff(Point(2, "lock")), CommandPriority.Lock);
            _ = bench.Execute(new DeviceCommand.Pulse(Point(1, "lock"), FiveSeconds), CommandPriority.Fire);
        });
        bench.Run(2);
        var writes = bench.Wire.Requests.Where(request => request.Frame[1] == 6).Select(request => Convert.ToHexString(request.Frame[2..6]));
        Assert.Equal(["00010032", "00010000", "00020001"], writes);
    }

    [Fact]
    public async Task AFireReleaseIsNotTakenBackByAnOlderOrderToSecureTheSameLock()
    {
        var bench = new DoorLineBench();
        bench.AddKeypad(1);
        Task<CommandResult>? secure = null;
        bench.Wire.At(TimeSpan.FromSeconds(1), () =>
        {
            secure = bench.Execute(new DeviceCommand.SwitchOff(Point(1, "lock")), CommandPriority.Lock);
            _ = bench.Execute(new DeviceCommand.Pulse(Point(1, "lock"), FiveSeconds), CommandPriority.Fire);
        });
        bench.Run(2);
        Assert.Equal(["00010032"], bench.Wire.Requests.Where(request => request.Frame[1] == 6).Select(request => Convert.ToHexString(request.Frame[2..6])));
        Assert.IsType<CommandResult.NotSent>(await Answered(secure));
    }

    [Fact]
    public void EachPriorityHasItsOwnLimitAndAFloodOfIndicatorsKeepsNoFireOut()
    {
        var queue = new CommandQueue(2);
        queue.Open();
        PendingCommand Command(CommandPriority priority) =>
            new(new DeviceCommand.SwitchOff(Point(1, "lock")), priority, TimeSpan.Zero, CancellationToken.None);

        Assert.Null(queue.TryAdd(Command(CommandPriority.Indicator)));
        Assert.Null(queue.TryAdd(Command(CommandPriority.Indicator)));
        Assert.NotNull(queue.TryAdd(Command(CommandPriority.Indicator)));
        Assert.Null(queue.TryAdd(Command(CommandPriority.Fire)));
        Assert.Equal(CommandPriority.Fire, queue.Take(_ => true)?.Priority);
        queue.Close("over");
        Assert.NotNull(queue.TryAdd(Command(CommandPriority.Fire)));
        Assert.Null(queue.Take(_ => true));
    }

    /// <summary>How the unit spoils the pulse, what the caller hears, and how many pulses the device saw.</summary>
    public static TheoryData<string, string, string, int> Outcomes => new()
    {
        { "acknowledged", "fine", "Confirmed", 1 },
        { "exception 1: it does not know the function", "exception 1", "Rejected", 0 },
        { "exception 2: no such address", "exception 2", "Rejected", 0 },
        { "exception 3: the value is refused", "exception 3", "Rejected", 0 },
        { "exception 4: it failed while doing it, nobody knows how far it came", "exception 4", "OutcomeUnknown", 0 },
        { "exception 5: it is still at it", "exception 5", "OutcomeUnknown", 0 },
        { "exception 6: busy, nothing was begun", "exception 6", "Rejected", 0 },
        { "exception 10: the gateway has no way", "exception 10", "Rejected", 0 },
        { "exception 11: the gateway sent it and heard nothing", "exception 11", "OutcomeUnknown", 0 },
        { "executed, the answer is lost", "no answer", "OutcomeUnknown", 1 },
        { "not executed, no answer: the same to us", "deaf", "OutcomeUnknown", 0 },
        { "executed, the answer has a wrong CRC", "bad crc", "OutcomeUnknown", 1 },
        { "executed, the answer is from another unit", "wrong unit", "OutcomeUnknown", 1 },
        { "executed, the echo says another value", "wrong echo", "OutcomeUnknown", 1 },
        { "executed, half an answer", "half", "OutcomeUnknown", 1 },
        { "executed, the answer comes after the time-out", "late", "OutcomeUnknown", 1 },
        { "the link breaks with the request", "lost", "OutcomeUnknown", 0 },
    };

    [Theory, MemberData(nameof(Outcomes))]
    public async Task TheCallerIsToldWhatIsKnownAndNothingIsRepeated(string why, string spoil, string expected, int pulses)
    {
        var bench = new DoorLineBench();
        var memory = bench.AddMemory(1, "waveshare-relay-8", "relay1");
        Task<CommandResult>? result = null;
        bench.Wire.At(TimeSpan.FromSeconds(1), () =>
        {
            Spoil(bench, memory, spoil);
            result = bench.Execute(new DeviceCommand.Pulse(Point(1, "relay1"), FiveSeconds));
        });
        bench.Run(6);
        var told = await Answered(result);
        Assert.True(expected == told.GetType().Name, $"{why}: {told}");
        Assert.True(pulses == memory.Writes.Count, $"{why}: the device saw {memory.Writes.Count} pulses");
        Assert.True(bench.Wire.Requests.Count(request => request.Frame[1] == 5) == 1, $"{why}: sent once");
    }

    public static TheoryData<string, string, string> NeverSent => new()
    {
        { "before the line was opened", "closed", "the line is not open" },
        { "the unit is offline", "offline", "unit1 does not answer" },
        { "its deadline passed while another transaction ran", "late", "its deadline passed before its turn came" },
        { "it was called off while it waited", "abandoned", "it was called off before its turn came" },
        { "the session ended while it waited", "ended", "the line is down" },
        { "the unit owed an answer and is silent to the question that must come first", "suspect", "the unit was silent before it; nothing of it was sent" },
    };

    [Theory, MemberData(nameof(NeverSent))]
    public async Task SomeCommandsNeverReachTheWire(string why, string when, string reason)
    {
        var bench = new DoorLineBench();
        var memory = bench.AddMemory(1, "waveshare-relay-8", "relay1");
        var pulse = new DeviceCommand.Pulse(Point(1, "relay1"), FiveSeconds);
        var result = when == "closed" ? await bench.Execute(pulse) : await Hold(bench, pulse, when);
        Assert.True(result is CommandResult.NotSent sent && sent.Reason == reason, $"{why}: {result}");
        Assert.Empty(memory.Writes);
    }

    public static TheoryData<string, string, double, string> Refusals => new()
    {
        { "no such point", "relay9", 5, "unit1.relay9 is not an output" },
        { "longer than a release may be", "relay1", 31, "outside 0.1 s to 30 s" },
        { "no time at all", "relay1", 0, "outside 0.1 s to 30 s" },
    };

    [Theory, MemberData(nameof(Refusals))]
    public async Task SomeCommandsAreRefusedByTheProfile(string why, string point, double seconds, string reason)
    {
        var bench = new DoorLineBench();
        var memory = bench.AddMemory(1, "waveshare-relay-8", "relay1");
        Task<CommandResult>? result = null;
        bench.Wire.At(TimeSpan.FromSeconds(1), () => result = bench.Execute(new DeviceCommand.Pulse(Point(1, point), TimeSpan.FromSeconds(seconds))));
        bench.Run(2);
        var told = await Answered(result);
        Assert.True(told is CommandResult.Rejected rejected && rejected.Reason.Contains(reason, StringComparison.Ordinal), $"{why}: {told}");
        Assert.Empty(memory.Writes);
    }

    [Fact]
    public async Task AFireReleaseIsTriedEvenAtAUnitThatDoesNotAnswer()
    {
        var bench = new DoorLineBench();
        bench.AddMemory(1, "waveshare-relay-8", "relay1");
        bench.AddKeypad(2); // Somebody answers, so the line stays open.
        bench.Wire.At(TimeSpan.FromSeconds(1), () => bench.Wire.Units[1].IsDead = true);
        Task<CommandResult>? fire = null;
        bench.Wire.At(TimeSpan.FromSeconds(9), () =>
        {
            bench.Wire.Units[1].IsDead = false;
            fire = bench.Execute(new DeviceCommand.Pulse(Point(1, "relay1"), FiveSeconds), CommandPriority.Fire);
        });
        bench.Run(10);
        Assert.Single(bench.Of<DeviceEvent.Offline>());
        Assert.IsType<CommandResult.Confirmed>(await Answered(fire));
    }

    /// <summary>The line has ended on this very thread, so that an unanswered command is a bug and not a matter of waiting.</summary>
    private static async Task<CommandResult> Answered(Task<CommandResult>? result)
    {
        Assert.True(result is { IsCompleted: true }, "the command was answered");
        return await result;
    }

    private static async Task<CommandResult> Hold(DoorLineBench bench, DeviceCommand pulse, string when)
    {
        Task<CommandResult>? result = null;
        using var called = new CancellationTokenSource();
        var second = TimeSpan.FromSeconds(1);
        switch (when)
        {
            case "offline":
                bench.AddKeypad(2);
                bench.Wire.At(second, () => bench.Wire.Units[1].IsDead = true);
                bench.Wire.At(second * 5, () => result = bench.Execute(pulse));
                break;
            case "late":
                bench.Wire.OnRequest = frame => Busy(frame, () => result ??= bench.Execute(pulse, withinMilliseconds: 1));
                break;
            case "abandoned":
                bench.Wire.OnRequest = frame => Busy(frame, () =>
                {
                    result ??= bench.Line.ExecuteAsync(pulse, CommandPriority.Lock, second, called.Token).AsTask();
                    called.Cancel();
                });
                break;
            case "ended":
                bench.Wire.OnRequest = frame => Busy(frame, () =>
                {
                    result ??= bench.Execute(pulse);
                    bench.Wire.IsLost = true;
                });
                break;
            case "suspect":
                bench.Wire.At(second, () => bench.Wire.Units[1].IsDead = true);
                bench.Wire.At(second * 1.3, () => result = bench.Execute(pulse));
                break;
        }

        bench.Run(8);
        return await Answered(result);
    }

    /// <summary>While a poll is on the wire after the first contact.</summary>
    private static bool Busy(byte[] frame, Action then)
    {
        if (frame[1] == 1)
        {
            then();
        }

        return true;
    }

    private static void Spoil(DoorLineBench bench, MemoryUnit memory, string how)
    {
        var unit = bench.Wire.Units[1];
        byte[]? OnPulse(byte[] frame, Func<byte[], byte[]?> change) => (frame[1] & 0x7F) == 5 ? change(frame) : frame;
        switch (how)
        {
            case ['e', 'x', 'c', ..]:
                memory.Refuse = body => body[0] == 5 ? byte.Parse(how["exception ".Length..], null) : (byte)0;
                break;
            case "deaf":
                bench.Wire.OnRequest = frame => frame[1] != 5;
                break;
            case "lost":
                bench.Wire.OnRequest = frame => !(bench.Wire.IsLost |= frame[1] == 5);
                break;
            case "no answer":
                unit.Spoil = frame => OnPulse(frame, _ => null);
                break;
            case "bad crc":
                unit.Spoil = frame => OnPulse(frame, answer => [.. answer[..^1], (byte)(answer[^1] ^ 1)]);
                break;
            case "wrong unit":
                unit.Spoil = frame => OnPulse(frame, answer => FrameCheck.Close([7, .. answer[1..^2]]));
                break;
            case "wrong echo":
                unit.Spoil = frame => OnPulse(frame, answer => FrameCheck.Close([.. answer[..4], 0, 0]));
                break;
            case "half":
                unit.Spoil = frame => OnPulse(frame, answer => answer[..4]);
                break;
            case "late":
                unit.Spoil = frame => OnPulse(frame, answer =>
                {
                    bench.Wire.Arrive(TimeSpan.FromMilliseconds(400), answer);
                    return null;
                });
                break;
        }
    }
}
