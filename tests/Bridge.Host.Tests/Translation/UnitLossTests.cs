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
        Assert.Equal([new PolicyInput.LinkSensed(At, SplitDoor.Door, false, "silent")], Of(new DeviceEvent.Offline(SplitDoor.Relay, 0, "silent")));
        Assert.Equal([new PolicyInput.LinkSensed(At, SplitDoor.Door, true, "online")], Of(new DeviceEvent.Online(SplitDoor.Relay, 0)));
    }

    [Fact]
    public void TheSensorsUnitTakesTheSensors()
    {
        var inputs = Of(new DeviceEvent.Offline(SplitDoor.Inputs, 0, "silent"));
        Assert.Contains(new PolicyInput.ContactSensed(At, SplitDoor.Door, DoorPhysicalState.Unknown), inputs);
        Assert.Contains(new PolicyInput.LockSensed(At, SplitDoor.Door, LockPhysicalState.Unknown), inputs);
        Assert.DoesNotContain(inputs, input => input is PolicyInput.LinkSensed);
    }

    private static List<PolicyInput> Of(DeviceEvent told)
    {
        using var folder = new TestFolder();
        using var register = Residents.Open(folder);
        return [.. new InputTranslation(SplitDoor.Wiring, new RegisterLookup(register)).Translate(told, At)];
    }
}
