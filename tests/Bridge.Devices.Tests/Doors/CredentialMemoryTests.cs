using Bridge.Simulators.Devices;
using static Bridge.Devices.Tests.Doors.DoorLineBench;

namespace Bridge.Devices.Tests.Doors;

/// <summary>Cards and PINs in the device's memory: told in order, forgotten only when confirmed, told again after a crash, never obeyed when stale.</summary>
public sealed class CredentialMemoryTests(ITestOutputHelper output)
{
    private const string Bits = "10110011100011110000111110";

    [Fact]
    public void EachReadIsToldOnceInOrderAndForgottenAfterItsConfirmation()
    {
        var bench = new DoorLineBench();
        var keypad = bench.AddKeypad(1);
        bench.Host = Confirming(bench);
        bench.Wire.At(TimeSpan.FromSeconds(1), () =>
        {
            keypad.PresentCard(Bits);
            keypad.EnterPin("1234");
            keypad.PresentCard("111");
        });
        bench.Run(2);
        Assert.Equal(["26 bits", "PIN 1234", "3 bits"], bench.Of<DeviceEvent.CredentialRead>().Select(read => Text(read.Credential)));
        Assert.All(bench.Of<DeviceEvent.CredentialRead>(), read => Assert.False(read.QueuedWhileOffline));
        Assert.Equal(3, keypad.Memory.Forgotten.Count);
        Assert.All(keypad.Memory.Forgotten, forgotten => Assert.Equal(ForgottenReason.Acknowledged, forgotten.Reason));
    }

    [Fact]
    public void WithoutConfirmationNothingIsForgottenAndNothingIsToldTwice()
    {
        var bench = new DoorLineBench();
        var keypad = bench.AddKeypad(1);
        bench.Wire.At(TimeSpan.FromSeconds(1), () => keypad.PresentCard(Bits));
        bench.Wire.At(TimeSpan.FromSeconds(2), () => keypad.EnterPin("1234"));
        bench.Run(60);
        Assert.Equal(["26 bits", "PIN 1234"], bench.Of<DeviceEvent.CredentialRead>().Select(read => Text(read.Credential)));
        Assert.Equal(2, keypad.Memory.Kept.Count);
        Assert.Empty(keypad.Memory.Forgotten);
    }

    [Fact]
    public void AConfirmationIsNotWaitedForByThePoll()
    {
        var bench = new DoorLineBench { PollInterval = TimeSpan.FromSeconds(30) };
        var keypad = bench.AddKeypad(1);
        bench.Host = Confirming(bench);
        keypad.PresentCard(Bits);
        keypad.EnterPin("1234");
        bench.Run(1);
        Assert.Equal(2, keypad.Memory.Forgotten.Count);
    }

    [Fact]
    public void AfterACrashOfTheHostTheUnconfirmedReadIsToldAgainAndIsMarked()
    {
        var bench = new DoorLineBench();
        var keypad = bench.AddKeypad(1);
        bench.Wire.At(TimeSpan.FromSeconds(1), () => keypad.PresentCard(Bits));
        bench.Run(3);
        bench.Run(3);
        var reads = bench.Of<DeviceEvent.CredentialRead>().ToList();
        Assert.Equal(2, reads.Count);
        Assert.Equal(reads[0].Number, reads[1].Number);
        Assert.False(reads[0].QueuedWhileOffline);
        Assert.True(reads[1].QueuedWhileOffline);
        Assert.True(reads[1].Age >= TimeSpan.FromSeconds(2), $"{reads[1].Age}");
        Assert.Empty(keypad.Memory.Forgotten);
    }

    [Fact]
    public void AConfirmationThatCameWhenTheLineWasDownIsPassedOnAndTheReadIsNotToldAgain()
    {
        var bench = new DoorLineBench();
        var keypad = bench.AddKeypad(1);
        bench.Host = happened =>
        {
            bench.Wire.IsLost |= happened is DeviceEvent.CredentialRead;
            return true;
        };
        bench.Wire.At(TimeSpan.FromSeconds(1), () => keypad.PresentCard(Bits));
        Assert.IsType<LineEnd.LinkLost>(bench.Run(3));
        var read = Assert.Single(bench.Of<DeviceEvent.CredentialRead>());
        bench.Line.Confirm(read.Point, read.Number);
        bench.Wire.IsLost = false;
        bench.Run(3);
        Assert.Single(bench.Of<DeviceEvent.CredentialRead>());
        Assert.Single(keypad.Memory.Forgotten);
    }

    [Fact]
    public void AReadThatTheHostHasNoRoomForStaysInTheDevice()
    {
        var bench = new DoorLineBench();
        var keypad = bench.AddKeypad(1);
        var room = false;
        bench.Host = happened => happened is not DeviceEvent.CredentialRead || room;
        bench.Wire.At(TimeSpan.FromSeconds(1), () => keypad.PresentCard(Bits));
        bench.Wire.At(TimeSpan.FromSeconds(5), () => room = true);
        bench.Run(4);
        Assert.Empty(bench.Of<DeviceEvent.CredentialRead>());
        Assert.Single(keypad.Memory.Kept);
        bench.Run(3);
        Assert.Single(bench.Of<DeviceEvent.CredentialRead>());
    }

    [Fact]
    public void WhatIsReadAfterAnOutageIsMarkedAndWhatComesAfterTheReturnIsNot()
    {
        var bench = new DoorLineBench();
        var keypad = bench.AddKeypad(1);
        bench.AddKeypad(2);
        bench.Host = Confirming(bench);
        var unit = bench.Wire.Units[1];
        bench.Wire.At(TimeSpan.FromSeconds(1), () => unit.IsDead = true);
        bench.Wire.At(TimeSpan.FromSeconds(5), () => keypad.PresentCard(Bits));
        bench.Wire.At(TimeSpan.FromSeconds(10), () => unit.IsDead = false);
        bench.Wire.At(TimeSpan.FromSeconds(30), () => keypad.EnterPin("1234"));
        bench.Run(40);
        Assert.Equal([(true, "26 bits"), (false, "PIN 1234")], bench.Of<DeviceEvent.CredentialRead>().Select(read => (read.QueuedWhileOffline, Text(read.Credential))));
        Assert.Single(bench.Of<DeviceEvent.Offline>());
    }

    [Fact]
    public void SequenceNumbersWrapWithoutLossOrRepetition()
    {
        var bench = new DoorLineBench { PollInterval = TimeSpan.FromMilliseconds(20) };
        var keypad = bench.AddKeypad(1);
        var numbers = new List<uint>();
        bench.Host = happened =>
        {
            if (happened is DeviceEvent.CredentialRead read)
            {
                numbers.Add(read.Number);
                bench.Line.Confirm(read.Point, read.Number);
            }

            return true;
        };

        // 65 535 reads would take minutes: the device starts close to the end of its numbers.
        Wrap(keypad, 65530);
        for (var card = 0; card < 12; card++)
        {
            bench.Wire.At(TimeSpan.FromSeconds(1 + card), () => keypad.PresentCard(Bits));
        }

        bench.Run(14);
        Assert.Equal([65531, 65532, 65533, 65534, 65535, 1, 2, 3, 4, 5, 6, 7], numbers.Select(number => (int)(number & 0xFFFF)));
        Assert.Empty(bench.Of<DeviceEvent.Remark>());
    }

    [Fact]
    public void ARestartedDeviceIsRemarkedReadAnewAndItsNumbersStayUnique()
    {
        var bench = new DoorLineBench();
        var surroundings = bench.Surroundings;
        var keypad = new KeypadLock("unit1", 1, surroundings) { KeepsMemory = false };
        bench.Add(1, "generic-keypad-lock", keypad, "contact", "lock", "reader");
        bench.Host = Confirming(bench);
        bench.Wire.At(TimeSpan.FromSeconds(1), () => keypad.PresentCard(Bits));
        bench.Wire.At(TimeSpan.FromSeconds(2), () => keypad.Reboot());
        bench.Wire.At(TimeSpan.FromSeconds(4), () => keypad.PresentCard(Bits));
        bench.Run(6);
        Assert.Equal(DeviceRemark.Restarted, Assert.Single(bench.Of<DeviceEvent.Remark>()).Kind);
        Assert.Equal(2, bench.Of<DeviceEvent.CredentialRead>().Select(read => read.Number).Distinct().Count());
        Assert.Equal(2, bench.Of<DeviceEvent.InputRead>().Count()); // The contact once at contact and once after the restart.
        Assert.Single(bench.Of<DeviceEvent.Online>());
    }

    [Fact]
    public void AnOverflowIsRemarkedAndTheRestIsTold()
    {
        var bench = new DoorLineBench();
        var keypad = bench.AddKeypad(1);
        bench.Host = Confirming(bench);
        for (var card = 0; card < EventMemory.Capacity + 10; card++)
        {
            keypad.PresentCard(Bits);
        }

        bench.Run(10);
        Assert.Contains(bench.Of<DeviceEvent.Remark>(), remark => remark.Kind == DeviceRemark.EventsLost);
        Assert.Equal(EventMemory.Capacity, bench.Of<DeviceEvent.CredentialRead>().Count());
        Assert.Equal(EventMemory.Capacity, keypad.Memory.Forgotten.Count(forgotten => forgotten.Reason == ForgottenReason.Acknowledged));
    }

    [Theory]
    [InlineData(false, "the line alone")]
    [InlineData(true, "positive control: somebody else moves the read pointer now and then")]
    public void ThroughFlappingLinksNoReadIsForgottenUnconfirmed(bool meddled, string why)
    {
        const int Seed = 4711;
        var random = new Random(Seed);
        var bench = new DoorLineBench();
        var keypad = bench.AddKeypad(1);
        var confirmed = new HashSet<ushort>();
        bench.Host = happened =>
        {
            if (happened is DeviceEvent.CredentialRead read && random.Next(3) > 0)
            {
                confirmed.Add((ushort)(read.Number & 0xFFFF));
                bench.Line.Confirm(read.Point, read.Number);
            }

            return true;
        };
        bench.Wire.Units[1].Spoil = frame => random.Next(20) == 0 ? null : frame;
        for (var session = 0; session < 300; session++)
        {
            bench.Wire.IsLost = false;
            bench.Wire.After(TimeSpan.FromMilliseconds(random.Next(500)), () => Present(keypad, meddled && random.Next(10) == 0));
            bench.Wire.After(TimeSpan.FromMilliseconds(random.Next(2500)), () => bench.Wire.IsLost = true);
            bench.Run(3);
        }

        var forgotten = keypad.Memory.Forgotten;
        var unconfirmed = forgotten.Count(each => each.Reason == ForgottenReason.Acknowledged && !confirmed.Contains(each.Read.Sequence));
        output.WriteLine($"seed {Seed}, {why}: 300 reads over 300 link losses, {forgotten.Count} forgotten by the device, {unconfirmed} of them unconfirmed");
        Assert.True(forgotten.Count > 50, "the run must get somewhere");
        Assert.Equal(meddled, unconfirmed > 0);
    }

    private static void Present(KeypadLock keypad, bool thenForget)
    {
        var sequence = keypad.PresentCard(Bits).Sequence;
        if (thenForget)
        {
            keypad.Answer([6, 0, 0, (byte)(sequence >> 8), (byte)(sequence & 0xFF)], new byte[256]);
        }
    }

    private static Func<DeviceEvent, bool> Confirming(DoorLineBench bench) => happened =>
    {
        if (happened is DeviceEvent.CredentialRead read)
        {
            bench.Line.Confirm(read.Point, read.Number);
        }

        return true;
    };

    private static string Text(CredentialData credential) => credential switch
    {
        CredentialData.Card(_, var bits) => $"{bits} bits",
        CredentialData.Pin(var digits) => $"PIN {digits}",
        _ => "?",
    };

    /// <summary>Presents and forgets until the device has given <paramref name="sequence"/>; the wire plays no part in it.</summary>
    private static void Wrap(KeypadLock keypad, int sequence)
    {
        var reply = new byte[256];
        for (var number = 1; number <= sequence; number++)
        {
            keypad.PresentCard("1");
            keypad.Answer([6, 0, 0, (byte)(number >> 8), (byte)(number & 0xFF)], reply);
        }
    }
}
