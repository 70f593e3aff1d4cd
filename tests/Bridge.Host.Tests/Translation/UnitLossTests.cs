using Bridge.Devices;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Translation;
using Bridge.Policy;
using Bridge.Policy.Doors;

namespace Bridge.Host.Tests.Translation;

/// <summary>What a unit takes with it when it goes away: the points that hang on it, and nothing else.</summary>
public sealed class UnitLossTests
{
    private static readonly Moment At = new(TimeSpan.FromSeconds(7), new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));

    [Fact]
    public void TheLocksUnitTakesTheLinkAndNoSensorOfAnotherUnit()
    {
        Assert.Equal([new PolicyInput.LinkSensed(At, SplitDoor.Door, false, "silent")], Of(SplitDoor.Wiring, new DeviceEvent.Offline(SplitDoor.Relay, 0, "silent")));
        Assert.Equal([new PolicyInput.LinkSensed(At, SplitDoor.Door, true, "online")], Of(SplitDoor.Wiring, new DeviceEvent.Online(SplitDoor.Relay, 0)));
    }

    [Fact]
    public void TheSensorsUnitTakesTheSensors()
    {
        var inputs = Of(SplitDoor.Wiring, new DeviceEvent.Offline(SplitDoor.Inputs, 0, "silent"));
        Assert.Contains(new PolicyInput.ContactSensed(At, SplitDoor.Door, DoorPhysicalState.Unknown), inputs);
        Assert.Contains(new PolicyInput.LockSensed(At, SplitDoor.Door, LockPhysicalState.Unknown), inputs);
        Assert.DoesNotContain(inputs, input => input is PolicyInput.LinkSensed);
    }

    [Fact]
    public void AKeypadsUnitSaysSoAndTakesItsTamperInput()
    {
        Assert.Equal(
            [
                new PolicyInput.AccessPointLinkSensed(At, SplitDoor.Keypad, false, "silent"),
                new PolicyInput.TamperSensed(At, SplitDoor.Door, null),
            ],
            Of(SplitDoor.Wiring, new DeviceEvent.Offline(SplitDoor.Pad, 0, "silent")));
        Assert.Equal(
            [new PolicyInput.AccessPointLinkSensed(At, SplitDoor.Keypad, true, "online")], Of(SplitDoor.Wiring, new DeviceEvent.Online(SplitDoor.Pad, 0)));
    }

    [Fact]
    public void AnInputModuleTakesItsButton() => Assert.Equal(
        [
            new PolicyInput.LockSensed(At, SplitDoor.Door, LockPhysicalState.Unknown),
            new PolicyInput.ContactSensed(At, SplitDoor.Door, DoorPhysicalState.Unknown),
            new PolicyInput.RequestToExit(At, SplitDoor.Door, null),
        ],
        Of(SplitDoor.Wiring, new DeviceEvent.Offline(SplitDoor.Inputs, 0, "silent")));

    [Fact]
    public void AKeypadLockSaysItOnceForTheDoor()
    {
        var told = Of(new WiringIndex(Tower.Wiring), new DeviceEvent.Offline(Tower.Device(Tower.Lobby), 0, "silent"));
        Assert.Equal(new PolicyInput.LinkSensed(At, Tower.Lobby, false, "silent"), told[0]);
        Assert.DoesNotContain(told, input => input is PolicyInput.AccessPointLinkSensed);
    }

    [Theory]
    [InlineData(PointReading.On, true, "pressed")]
    [InlineData(PointReading.Off, false, "let go")]
    [InlineData(PointReading.Unknown, null, "not read")]
    [InlineData(PointReading.Fault, null, "a broken line explains no opening")]
    public void AButtonIsPressedOnlyWhenItSaysSo(PointReading reading, bool? active, string why)
    {
        var told = Of(SplitDoor.Wiring, new DeviceEvent.InputRead(new PointId(SplitDoor.Inputs, "rex"), 0, reading));
        Assert.True(told is [PolicyInput.RequestToExit exit] && exit.Active == active, why);
    }

    private static List<PolicyInput> Of(WiringIndex wiring, DeviceEvent told)
    {
        using var folder = new TestFolder();
        using var register = Residents.Open(folder);
        return [.. new InputTranslation(wiring, new RegisterLookup(register), new CallTranslation(wiring, HouseholdLookup.Nobody)).Translate(told, At)];
    }
}
