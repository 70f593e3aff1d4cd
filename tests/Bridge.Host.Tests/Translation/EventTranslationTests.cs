using System.Text;
using System.Text.Json;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Outbound.Mqtt;
using Bridge.Policy;

namespace Bridge.Host.Tests.Translation;

public sealed class EventTranslationTests
{
    private static readonly Moment At = new(TimeSpan.FromSeconds(1), JumpingTime.Monday.ToOffset(TimeSpan.FromHours(8)));
    private static readonly JournalPosition Position = new(3, 42);
    private static readonly EventTranslation Events = new("tower");

    public static TheoryData<EventKind> Kinds => [.. Enum.GetValues<EventKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public void EveryKindHasATopic(EventKind kind)
    {
        Assert.True(MqttTopics.IsSegment(EventTranslation.KindName(kind)));
        Assert.Equal($"ab/v1/tower/door/lobby/event/{EventTranslation.KindName(kind)}",
            Events.ToMessage(new BuildingEvent(kind, At) { Door = Tower.Lobby }, Position, unjournalled: false, TimeSpan.Zero).Topic);
        Assert.Equal($"ab/v1/tower/bridge/event/{EventTranslation.KindName(kind)}",
            Events.ToMessage(new BuildingEvent(kind, At), Position, unjournalled: false, TimeSpan.Zero).Topic);
    }

    [Theory]
    [InlineData(false, "in its time")]
    [InlineData(true, "written late, and it says so")]
    public void AMessageCarriesItsIdsAndWhetherItIsLate(bool late, string why)
    {
        var granted = new BuildingEvent(EventKind.AccessGranted, At)
        {
            Door = Tower.Lobby, Access = new AccessId(7), AccessPoint = Tower.LobbyReader, Credential = new CredentialId("c1"),
        };
        var draft = Events.ToMessage(granted, Position, late, TimeSpan.Zero);
        using var document = JsonDocument.Parse(Encoding.UTF8.GetString(draft.Payload.Span));
        var root = document.RootElement;
        Assert.Equal((42, "mqtt"), (draft.Sequence, draft.Channel));
        Assert.EndsWith("3.42", root.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Contains("3-7", root.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("c1", root.GetProperty("data").GetProperty("credential").GetString());
        Assert.True(root.GetProperty("data").TryGetProperty("journalledLate", out _) == late, why);
    }
}
