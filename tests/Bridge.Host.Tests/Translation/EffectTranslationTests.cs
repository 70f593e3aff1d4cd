using Bridge.Devices;
using Bridge.Devices.Profiles;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Translation;
using Bridge.Policy;
using Bridge.Policy.Doors;

namespace Bridge.Host.Tests.Translation;

public sealed class EffectTranslationTests
{
    private static readonly Moment Deadline = new(TimeSpan.FromSeconds(2), JumpingTime.Monday);
    private static readonly EffectTranslation Effects = new(new WiringIndex(Tower.Wiring), HouseholdLookup.Nobody);

    public static TheoryData<DeviceEffect, DeviceCommand, CommandPriority> Commands => new()
    {
        {
            new DeviceEffect.ReleaseLock(Deadline, Tower.Lobby, null, TimeSpan.FromSeconds(5), ReleaseCause.Credential),
            new DeviceCommand.Pulse(Tower.Lock(Tower.Lobby), TimeSpan.FromSeconds(5)), CommandPriority.Lock
        },
        {
            new DeviceEffect.ReleaseLock(Deadline, Tower.Lobby, null, TimeSpan.FromSeconds(20), ReleaseCause.Fire),
            new DeviceCommand.Pulse(Tower.Lock(Tower.Lobby), TimeSpan.FromSeconds(20)), CommandPriority.Fire
        },
        { new DeviceEffect.SecureLock(Deadline, Tower.Lobby), new DeviceCommand.SwitchOff(Tower.Lock(Tower.Lobby)), CommandPriority.Lock },
    };

    [Theory, MemberData(nameof(Commands))]
    public void AnEffectBecomesOneCommand(DeviceEffect effect, DeviceCommand command, CommandPriority priority) =>
        Assert.Equal((command, priority), (Effects.ToCommand(effect), EffectTranslation.Priority(effect)));

    public static TheoryData<Feedback> EveryFeedback => [.. Enum.GetValues<Feedback>()];

    /// <summary>A word that the profile does not have is refused by the device line, and the person at the reader sees nothing.</summary>
    [Theory, MemberData(nameof(EveryFeedback))]
    public void EveryFeedbackHasItsPlaceInTheShippedProfiles(Feedback feedback)
    {
        var command = Assert.IsType<DeviceCommand.Indicate>(Effects.ToCommand(new DeviceEffect.ShowFeedback(Deadline, Tower.LobbyReader, feedback)));
        var indicators = ProfileCatalog.Shipped.All.SelectMany(profile => profile.Indicators).ToList();
        Assert.NotEmpty(indicators);
        Assert.All(indicators, indicator => Assert.Contains(command.Feedback, indicator.Values.Keys));
    }

    [Fact]
    public void ADoorThatIsGoneHasNoCommand()
    {
        var gone = new DoorId("gone");
        Assert.Null(Effects.ToCommand(new DeviceEffect.ReleaseLock(Deadline, gone, null, TimeSpan.FromSeconds(5), ReleaseCause.Credential)));
        Assert.Null(Effects.ToCommand(new DeviceEffect.SecureLock(Deadline, gone)));
        Assert.Null(Effects.ToCommand(new DeviceEffect.ShowFeedback(Deadline, new AccessPointId("gone.reader"), Feedback.Idle)));
    }
}
