using Bridge.Simulators.Devices;
using Bridge.Simulators.People;

namespace Bridge.Simulators.Tests.Devices;

public sealed class KeypadLockTests
{
    private const string ReadAll = "01 04 00 00 00 14";
    private readonly Bench _bench;
    private KeypadLock _lock = null!;

    public KeypadLockTests() => _bench = new Bench(surroundings => _lock = new KeypadLock("lock", 1, surroundings));

    [Fact]
    public void AnEmptyLockSaysSo() =>
        Assert.Equal(
            "01 04 28 00 01 00 01 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00",
            _bench.Ask(ReadAll));

    [Fact]
    public void ACardStandsInTheWindowLeftAligned()
    {
        const string bits = "0" + "00010001" + "0000001111101001" + "0";
        Assert.Equal(bits, Wiegand26.Bits(17, 1001));
        _lock.PresentCard(bits);
        _bench.Wait(1.25);

        // 0000 1000 1000 0001 = 0881, 1111 0100 10(00 0000) = F480
        Assert.Equal("01 04 18 00 01 00 01 00 1A 00 0C 08 81 F4 80 00 00 00 00 00 00 00 00 00 00 00 00", _bench.Ask("01 04 00 08 00 0C"));
    }

    [Fact]
    public void APinStandsInTheWindowTwoDigitsARegister()
    {
        _lock.EnterPin("12345");

        Assert.Equal("01 04 0E 00 01 00 02 00 05 00 00 31 32 33 34 35 00", _bench.Ask("01 04 00 08 00 07"));
    }

    [Fact]
    public void TheWindowMovesOnlyWithTheReadPointer()
    {
        _lock.EnterPin("1");
        _lock.EnterPin("2");

        Assert.Equal(1, Window());
        Assert.Equal(1, Window());
        Acknowledge(1);
        Assert.Equal(2, Window());
        Acknowledge(2);
        Assert.Equal(0, Window());

        Assert.Equal(["1", "2"], _lock.Memory.Forgotten.Select(read => read.Read.Text));
        Assert.All(_lock.Memory.Forgotten, read => Assert.Equal(ForgottenReason.Acknowledged, read.Reason));
    }

    [Fact]
    public void TheWindowLooksAheadUntilTheReadPointerMoves()
    {
        _lock.EnterPin("1");
        _lock.EnterPin("2");
        _lock.EnterPin("3");

        Assert.Equal("01 06 00 04 00 02", _bench.Ask("01 06 00 04 00 02"));
        Assert.Equal(3, Window());
        Assert.Empty(_lock.Memory.Forgotten);
        Acknowledge(1);
        Assert.Equal(2, Window());
        Assert.Equal("01 03 02 00 00", _bench.Ask("01 03 00 04 00 01"));
        _bench.Ask("01 06 00 04 00 07");
        Assert.Equal(0, Window());
    }

    [Fact]
    public void OneWriteForgetsEverythingUpToIt()
    {
        for (var i = 1; i <= 5; i++)
        {
            _lock.EnterPin($"{i}");
        }

        Acknowledge(3);

        Assert.Equal(4, Window());
        Assert.Equal("01 03 02 00 03", _bench.Ask("01 03 00 00 00 01"));
        Assert.Equal("01 04 04 00 05 00 04", _bench.Ask("01 04 00 03 00 02"));
    }

    [Fact]
    public void APointerIntoTheFutureIsRefusedAndOneIntoThePastIsHarmless()
    {
        _lock.EnterPin("1");
        _lock.EnterPin("2");
        Acknowledge(2);
        _lock.EnterPin("3");

        Assert.Equal("01 86 03", _bench.Ask("01 06 00 00 00 04"));
        Acknowledge(1);

        Assert.Equal(3, Window());
    }

    [Fact]
    public void ARepeatedAcknowledgementForgetsNothingMore()
    {
        _lock.EnterPin("1");
        _lock.EnterPin("2");
        Acknowledge(1);
        Acknowledge(1);

        Assert.Equal(2, Window());
        Assert.Single(_lock.Memory.Forgotten);
    }

    [Fact]
    public void SixtyFiveReadsDropTheOldestAndSaySoUntilTheMemoryIsEmpty()
    {
        for (var i = 1; i <= EventMemory.Capacity + 1; i++)
        {
            _lock.EnterPin($"{i}");
        }

        Assert.Equal(0b10_0000, Flags());
        Assert.Equal(2, Window());
        Assert.Equal(ForgottenReason.Overflow, Assert.Single(_lock.Memory.Forgotten).Reason);
        Acknowledge(64);
        Assert.Equal(0b10_0000, Flags());
        Acknowledge(65);
        Assert.Equal(0, Flags());
    }

    [Fact]
    public void TheSequenceGoesFrom65535To1()
    {
        _lock.Memory.StartAt(65534);
        _lock.EnterPin("1");
        _lock.EnterPin("2");

        Assert.Equal(65535, Window());
        Acknowledge(65535);
        Assert.Equal(1, Window());
        Acknowledge(1);
        Assert.Equal(0, Window());
    }

    [Theory]
    [InlineData(true, 1, 0, "kept: the read waits and the sequence goes on")]
    [InlineData(false, 0, 1, "lost: the oracle knows that no journal can have it")]
    public void APowerCutKeepsOrLosesTheMemory(bool keeps, int waiting, int lost, string why)
    {
        KeypadLock? keypad = null;
        var bench = new Bench(surroundings => keypad = new KeypadLock("lock", 1, surroundings) { KeepsMemory = keeps });
        keypad!.EnterPin("1");
        bench.Ask("01 06 00 01 00 64");
        keypad.Reboot();

        Assert.True(waiting == keypad.Memory.Kept.Count, why);
        Assert.True(lost == keypad.Memory.Forgotten.Count(read => read.Reason == ForgottenReason.Reboot), why);
        Assert.Equal("01 04 02 00 02", bench.Ask("01 04 00 01 00 01"));
        Assert.Equal(ActivationEnd.Reboot, Assert.Single(keypad.LockActivations).EndedBy);
    }

    [Fact]
    public void ThePulseIsTheDevicesOwn()
    {
        _bench.Ask("01 06 00 01 00 1E");
        Assert.Equal(0b1_0000, Flags());
        _bench.Wait(1);
        Assert.Equal("01 03 02 00 14", _bench.Ask("01 03 00 01 00 01"));
        _bench.Wait(2);

        Assert.Equal(0, Flags());
        var activation = Assert.Single(_lock.LockActivations);
        Assert.Equal((TimeSpan.FromSeconds(3), ActivationEnd.Timer, 1), (activation.Energised, activation.EndedBy, activation.Commands));
    }

    [Fact]
    public void SecureNowEndsThePulse()
    {
        _bench.Ask("01 06 00 01 00 1E");
        _bench.Wait(1);
        _bench.Ask("01 06 00 01 00 00");

        Assert.Equal(TimeSpan.FromSeconds(1), Assert.Single(_lock.LockActivations).Energised);
    }

    [Fact]
    public void TheWatchdogSecuresWhenNobodyAsks()
    {
        _bench.Ask("01 06 00 03 00 14");
        _bench.Ask("01 06 00 02 00 01");
        _bench.Ask("01 06 00 01 00 64");
        _bench.Wait(2);

        Assert.Equal(ActivationEnd.Watchdog, Assert.Single(_lock.LockActivations).EndedBy);
        Assert.Equal(0, _lock.Feedback);
    }

    [Fact]
    public void InputsAreFlags()
    {
        string[] points = ["contact", "bolt", "tamper", "rex"];
        for (var i = 0; i < points.Length; i++)
        {
            _lock.Inputs[points[i]].Set(true);
            Assert.Equal(1 << i, Flags());
            _lock.Inputs[points[i]].Set(false);
        }
    }

    public static TheoryData<string, string, string> Refusals => new()
    {
        { "a pulse of more than 30 s", "01 06 00 01 01 2D", "01 86 03" },
        { "a feedback code beyond the list", "01 06 00 02 00 07", "01 86 03" },
        { "a register beyond the map", "01 06 00 05 00 00", "01 86 02" },
        { "a read beyond the map", "01 04 00 00 00 15", "01 84 02" },
        { "coils, which it has not", "01 01 00 00 00 01", "01 81 01" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Refuses(string why, string request, string reply) => Assert.True(reply == _bench.Ask(request), $"{why}: {_bench.Sink.Sent[0]}");

    private int Window() => Word("01 04 00 08 00 01");

    private int Flags() => Word("01 04 00 02 00 01");

    private int Word(string request)
    {
        var reply = Hex.Bytes(_bench.Ask(request));
        return (reply[3] << 8) | reply[4];
    }

    private void Acknowledge(int sequence)
    {
        var request = $"01 06 00 00 {sequence >> 8:X2} {sequence & 0xFF:X2}";
        Assert.Equal(request, _bench.Ask(request));
    }
}
