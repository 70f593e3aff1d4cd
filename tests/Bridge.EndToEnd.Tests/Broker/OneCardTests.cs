using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Building;

namespace Bridge.EndToEnd.Tests.Broker;

/// <summary>One card at the real product, as another system sees it: the output of the real mosquitto_sub at the real mosquitto.</summary>
public sealed class OneCardTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly string[] Story = ["accessGranted", "lockReleased", "doorOpened", "accessTaken", "doorClosed"];
    private static readonly Visitor Visitor = new(
        Patience: TimeSpan.FromSeconds(5), Reaction: TimeSpan.FromMilliseconds(300), Passage: TimeSpan.FromMilliseconds(600), HoldFor: TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("lobby-main", false, "keypad lock with lock, contact and reader in one, Modbus TCP")]
    [InlineData("roof", false, "relay module with inputs and a reader beside it, RTU on a serial line")]
    [InlineData("lobby-main", true, "an OSDP reader in a secure channel at 38400 baud, the lock on Modbus TCP")]
    public async Task A_card_is_told_from_the_grant_to_the_closed_door(string door, bool osdp, string why)
    {
        await using var broker = await Mosquitto.StartAsync(Token);
        await using var observer = await MosquittoSub.StartAsync(broker.Port, Token);
        await using var installation = osdp ? await Installation.CreateWithOsdpAsync(broker.Port, Token) : await Installation.CreateAsync(broker.Port, Token);
        await using var bridge = installation.Start();
        // The first reading of its contact tells that the door is closed.
        Assert.True(await Deadline.UntilAsync(() => IsOnline(observer, door) && Closed(observer, door) == 1, Limit, Token), $"{door} did not come online: {bridge.Output}");
        // A read that a reader may have kept from before opens nothing: it has to be seen with nothing to say first.
        Assert.True(!osdp || await Deadline.UntilAsync(() => installation.World.Readers[$"{door}-reader"].IsInSession, Limit, Token), bridge.Output);
        Assert.False(await Deadline.UntilAsync(() => false, TimeSpan.FromSeconds(1), Token));
        var before = observer.FirstHeard()[^1].Sequence;

        installation.World.Doors[door].Wait(Visitor);
        installation.World.Doors[door].Reader!.PresentCard(Installation.Cards[0]);

        Assert.True(await Deadline.UntilAsync(() => Closed(observer, door) == 2, Limit, Token), $"{why}: {bridge.Output}");
        var told = Of(observer, door).Where(one => one.Sequence > before && Story.Contains(one.Kind)).ToList();
        foreach (var message in observer.Heard.Where(message => message.Event is { } one && told.Contains(one)))
        {
            output.WriteLine($"{message.Topic} {message.Payload}");
        }

        Assert.Equal(Story, told.Select(one => one.Kind));
        Assert.NotNull(Assert.Single(told.Select(one => one.Correlation).Distinct()));
        Assert.Equal(told.Select(one => one.Sequence).Order().Distinct(), told.Select(one => one.Sequence));
    }

    private static IReadOnlyList<ToldEvent> Of(MosquittoSub observer, string door) => [.. observer.FirstHeard().Where(told => told.Door == door)];

    private static int Closed(MosquittoSub observer, string door) => Of(observer, door).Count(told => told.Kind == "doorClosed");

    private static bool IsOnline(MosquittoSub observer, string door) =>
        observer.Heard.Any(message => message.Topic == Availability.Of(door) && Availability.IsOnline(message.Payload));
}
