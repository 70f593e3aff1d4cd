using Bridge.Simulators.Devices;
using static Bridge.Devices.Tests.Doors.DoorLineBench;

namespace Bridge.Devices.Tests.Doors;

/// <summary>A host that can decide and not store: the reads behind an unconfirmed one are told, and the device forgets none of them.</summary>
public sealed class LookAheadTests
{
    [Fact]
    public void ReadsBehindAnUnconfirmedOneAreToldInOrderAndForgottenTogetherLater()
    {
        var bench = new DoorLineBench();
        var keypad = bench.AddKeypad(1);
        for (var second = 1; second <= 5; second++)
        {
            var pin = $"{second}{second}{second}{second}";
            bench.Wire.At(TimeSpan.FromSeconds(second), () => keypad.EnterPin(pin));
        }

        var forgottenBefore = -1;
        bench.Wire.At(TimeSpan.FromSeconds(8), () =>
        {
            forgottenBefore = keypad.Memory.Forgotten.Count;
            foreach (var read in bench.Of<DeviceEvent.CredentialRead>())
            {
                bench.Line.Confirm(read.Point, read.Number);
            }
        });
        bench.Wire.At(TimeSpan.FromSeconds(9), () => keypad.EnterPin("6666"));
        bench.Run(12);
        Assert.Equal(0, forgottenBefore);
        Assert.Equal(["1111", "2222", "3333", "4444", "5555", "6666"], Pins(bench));
        Assert.Equal(5, keypad.Memory.Forgotten.Count);
        Assert.All(bench.Of<DeviceEvent.CredentialRead>(), read => Assert.False(read.QueuedWhileOffline));
        Assert.Empty(bench.Of<DeviceEvent.Remark>());
    }

    [Fact]
    public void AConfirmationOfTheFirstLeavesTheOthersInTheDevice()
    {
        var bench = new DoorLineBench();
        var keypad = bench.AddKeypad(1);
        bench.Wire.At(TimeSpan.FromSeconds(1), () => keypad.EnterPin("1111"));
        bench.Wire.At(TimeSpan.FromSeconds(2), () => keypad.EnterPin("2222"));
        bench.Wire.At(TimeSpan.FromSeconds(3), () =>
        {
            var first = bench.Of<DeviceEvent.CredentialRead>().First();
            bench.Line.Confirm(first.Point, first.Number);
        });
        bench.Wire.At(TimeSpan.FromSeconds(4), () => keypad.EnterPin("3333"));
        bench.Run(6);
        Assert.Equal(["1111", "2222", "3333"], Pins(bench));
        Assert.Equal(["1111"], keypad.Memory.Forgotten.Select(each => each.Read.Text));
        Assert.Equal(["2222", "3333"], keypad.Memory.Kept.Select(each => each.Text));
    }

    [Fact]
    public void AConfirmationBetweenTwoPollsDoesNotMakeTheWindowSkipOne()
    {
        var bench = new DoorLineBench { PollInterval = TimeSpan.FromSeconds(20) };
        var keypad = bench.AddKeypad(1);
        var room = 2;
        bench.Host = happened => happened is not DeviceEvent.CredentialRead || room-- > 0;
        foreach (var pin in new[] { "1111", "2222", "3333", "4444" })
        {
            keypad.EnterPin(pin);
        }

        bench.Wire.At(TimeSpan.FromSeconds(25), () =>
        {
            room = 2;
            var first = bench.Of<DeviceEvent.CredentialRead>().First();
            bench.Line.Confirm(first.Point, first.Number);
        });
        bench.Run(90);
        Assert.Equal(["1111", "2222", "3333", "4444"], Pins(bench));
        Assert.Empty(bench.Of<DeviceEvent.Remark>());
    }

    [Fact]
    public void ADeviceThatCannotDoItHoldsTheOthersBack()
    {
        var bench = new DoorLineBench();
        var keypad = new KeypadLock("unit1", 1, bench.Surroundings) { LooksAhead = false };
        bench.Add(1, "generic-keypad-lock", keypad, "contact", "lock", "reader");
        bench.Wire.At(TimeSpan.FromSeconds(1), () => keypad.EnterPin("1111"));
        bench.Wire.At(TimeSpan.FromSeconds(2), () => keypad.EnterPin("2222"));
        bench.Wire.At(TimeSpan.FromSeconds(4), () =>
        {
            Assert.Equal(["1111"], Pins(bench));
            var first = bench.Of<DeviceEvent.CredentialRead>().First();
            bench.Line.Confirm(first.Point, first.Number);
        });
        bench.Run(6);
        Assert.Equal(["1111", "2222"], Pins(bench));
        Assert.Equal(1, bench.Wire.Requests.Count(request => request.Frame is [1, 6, 0, 4, ..]));
    }

    [Fact]
    public void AMemoryThatOverflowsMeanwhileRepeatsNothingAndSaysWhatIsGone()
    {
        var bench = new DoorLineBench { PollInterval = TimeSpan.FromMilliseconds(20) };
        var keypad = bench.AddKeypad(1);
        for (var read = 1; read <= EventMemory.Capacity + 20; read++)
        {
            var pin = $"{1000 + read}";
            bench.Wire.At(TimeSpan.FromMilliseconds(1000 + (read * 200)), () => keypad.EnterPin(pin));
        }

        bench.Run(30);
        Assert.Equal([.. Enumerable.Range(1001, EventMemory.Capacity + 20).Select(pin => $"{pin}")], Pins(bench));
        Assert.Equal(EventMemory.Capacity, keypad.Memory.Kept.Count);
        Assert.All(keypad.Memory.Forgotten, each => Assert.Equal(ForgottenReason.Overflow, each.Reason));
        Assert.Contains(bench.Of<DeviceEvent.Remark>(), remark => remark.Kind == DeviceRemark.EventsLost);
    }

    [Fact]
    public void ANewSessionTellsAllOfThemAgainAndMarksThem()
    {
        var bench = new DoorLineBench();
        var keypad = bench.AddKeypad(1);
        bench.Wire.At(TimeSpan.FromSeconds(1), () => keypad.EnterPin("1111"));
        bench.Wire.At(TimeSpan.FromSeconds(2), () => keypad.EnterPin("2222"));
        bench.Run(3);
        bench.Run(3);
        Assert.Equal(["1111", "2222", "1111", "2222"], Pins(bench));
        Assert.Equal([false, false, true, true], bench.Of<DeviceEvent.CredentialRead>().Select(read => read.QueuedWhileOffline));
        Assert.Empty(keypad.Memory.Forgotten);
    }

    private static List<string> Pins(DoorLineBench bench) =>
        [.. bench.Of<DeviceEvent.CredentialRead>().Select(read => ((CredentialData.Pin)read.Credential).Digits)];
}
