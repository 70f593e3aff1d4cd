using Bridge.Devices;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Translation;
using Bridge.Policy;
using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;
using Bridge.Policy.Fire;

namespace Bridge.Host.Tests.Translation;

public sealed class InputTranslationTests : IDisposable
{
    private static readonly Moment At = new(TimeSpan.FromSeconds(1), JumpingTime.Monday);

    private readonly TestFolder folder = new();
    private readonly Bridge.Journal.Register.CredentialRegister register;
    private readonly InputTranslation inputs;

    public InputTranslationTests()
    {
        register = Residents.Open(folder);
        var wiring = new WiringIndex(Tower.Wiring);
        inputs = new InputTranslation(wiring, new RegisterLookup(register), new CallTranslation(wiring, HouseholdLookup.Nobody));
    }

    public void Dispose()
    {
        register.Dispose();
        folder.Dispose();
    }

    public static TheoryData<string, PointReading, PolicyInput, string> Readings => new()
    {
        { "contact", PointReading.On, new PolicyInput.ContactSensed(At, Tower.Lobby, DoorPhysicalState.Open), "on means open, after polarity" },
        { "contact", PointReading.Off, new PolicyInput.ContactSensed(At, Tower.Lobby, DoorPhysicalState.Closed), "off means closed" },
        { "contact", PointReading.Unknown, new PolicyInput.ContactSensed(At, Tower.Lobby, DoorPhysicalState.Unknown), "unknown is not closed" },
        { "contact", PointReading.Fault, new PolicyInput.ContactSensed(At, Tower.Lobby, DoorPhysicalState.Fault), "a broken wire is not closed" },
        { "bolt", PointReading.On, new PolicyInput.LockSensed(At, Tower.Lobby, LockPhysicalState.Locked), "on means locked" },
        { "bolt", PointReading.Off, new PolicyInput.LockSensed(At, Tower.Lobby, LockPhysicalState.Unlocked), "off means unlocked" },
        { "bolt", PointReading.Unknown, new PolicyInput.LockSensed(At, Tower.Lobby, LockPhysicalState.Unknown), "unknown is not locked" },
        { "bolt", PointReading.Fault, new PolicyInput.LockSensed(At, Tower.Lobby, LockPhysicalState.Fault), "a broken sensor is not locked" },
        { "rex", PointReading.On, new PolicyInput.RequestToExit(At, Tower.Lobby, Active: true), "pressed" },
        { "rex", PointReading.Off, new PolicyInput.RequestToExit(At, Tower.Lobby, Active: false), "let go" },
        { "rex", PointReading.Unknown, new PolicyInput.RequestToExit(At, Tower.Lobby, Active: null), "a lost button masks no forced door" },
        { "rex", PointReading.Fault, new PolicyInput.RequestToExit(At, Tower.Lobby, Active: null), "a broken button masks no forced door" },
        { "tamper", PointReading.On, new PolicyInput.TamperSensed(At, Tower.Lobby, Active: true), "opened" },
        { "tamper", PointReading.Fault, new PolicyInput.TamperSensed(At, Tower.Lobby, Active: true), "a cut loop is what the loop is for" },
        { "tamper", PointReading.Off, new PolicyInput.TamperSensed(At, Tower.Lobby, Active: false), "whole" },
        { "lock", PointReading.On, new PolicyInput.OutputSensed(At, Tower.Lobby, On: true), "an input that reads the output back" },
    };

    [Theory, MemberData(nameof(Readings))]
    public void AReadingMeansWhatItsPointStandsFor(string point, PointReading reading, PolicyInput meaning, string why) =>
        Assert.True(inputs.Translate(new DeviceEvent.InputRead(Tower.Point(Tower.Lobby, point), 0, reading), At).SequenceEqual([meaning]), why);

    public static TheoryData<PointReading, FireReading> FireReadings => new()
    {
        { PointReading.On, FireReading.Alarm },
        { PointReading.Off, FireReading.Normal },
        { PointReading.Unknown, FireReading.Fault },
        { PointReading.Fault, FireReading.Fault },
    };

    [Theory, MemberData(nameof(FireReadings))]
    public void AFireInputThatIsNotKnownIsAFault(PointReading reading, FireReading meaning) => Assert.Equal(
        [new PolicyInput.FireSensed(At, Tower.Panel, meaning)], inputs.Translate(new DeviceEvent.InputRead(Tower.FirePoint, 0, reading), At));

    [Fact]
    public void ADeviceThatGoesTakesItsDoorAndItsSensorsWithItAndGivesNothingBackByReturning()
    {
        Assert.Equal(
            [
                new PolicyInput.LinkSensed(At, Tower.Lobby, Online: false, "silent"),
                new PolicyInput.LockSensed(At, Tower.Lobby, LockPhysicalState.Unknown),
                new PolicyInput.ContactSensed(At, Tower.Lobby, DoorPhysicalState.Unknown),
                new PolicyInput.RequestToExit(At, Tower.Lobby, Active: null),
                new PolicyInput.TamperSensed(At, Tower.Lobby, Active: null),
            ],
            inputs.Translate(new DeviceEvent.Offline(Tower.Device(Tower.Lobby), 0, "silent"), At));
        Assert.Equal(
            [new PolicyInput.LinkSensed(At, Tower.Lobby, Online: true, "online")],
            inputs.Translate(new DeviceEvent.Online(Tower.Device(Tower.Lobby), 0), At));
        Assert.Equal(
            [new PolicyInput.FireSensed(At, Tower.Panel, FireReading.Fault)],
            inputs.Translate(new DeviceEvent.Offline(Tower.FireDevice, 0, "silent"), At));
    }

    [Fact]
    public void ACredentialComesWithTheRegistersAnswerAndWithoutItsSecret()
    {
        var read = new DeviceEvent.CredentialRead(Tower.Source(Tower.Lobby), 0, Residents.CardHoldersPin, 7, TimeSpan.FromSeconds(3), QueuedWhileOffline: true);
        var presented = Assert.IsType<PolicyInput.CredentialPresented>(Assert.Single(inputs.Translate(read, At)));
        Assert.Equal((Tower.LobbyReader, CredentialKind.Pin, 7u, TimeSpan.FromSeconds(3), true),
            (presented.AccessPoint, presented.Read.Kind, presented.Read.Number, presented.Read.Age, presented.Read.QueuedWhileOffline));
        Assert.Single(presented.Read.Matches);
        Assert.DoesNotContain(Residents.Pin, JournalCodec.Encode(presented), StringComparison.Ordinal);
        Assert.DoesNotContain(Residents.Pin, presented.ToString(), StringComparison.Ordinal);

        var unknown = new DeviceEvent.CredentialRead(Tower.Source(Tower.Lobby), 0, Residents.Unknown, 8, TimeSpan.Zero, false);
        Assert.Empty(Assert.IsType<PolicyInput.CredentialPresented>(Assert.Single(inputs.Translate(unknown, At))).Read.Matches);
    }

    [Theory]
    [InlineData(PointReading.On, 1)]
    [InlineData(PointReading.Off, 1)]
    [InlineData(PointReading.Unknown, 0)]
    [InlineData(PointReading.Fault, 0)]
    public void AnOutputThatCannotBeReadSaysNothing(PointReading reading, int told) =>
        Assert.Equal(told, inputs.Translate(new DeviceEvent.OutputRead(Tower.Lock(Tower.Lobby), 0, reading), At).Count());

    [Fact]
    public void APointThatIsNotWiredMeansNothing() =>
        Assert.Empty(inputs.Translate(new DeviceEvent.InputRead(new PointId(new DeviceId("spare"), "input1"), 0, PointReading.On), At));
}
