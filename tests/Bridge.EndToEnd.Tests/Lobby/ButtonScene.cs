using System.Text.Json.Nodes;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Intercoms;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>The same desk at a door with an intercom of contacts. Started when a scene is first played there.</summary>
public sealed class ButtonScene : LobbyScene
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);
    private bool started;

    public override string Door => "lobby-back";

    private protected override IntercomKind Kind => IntercomKind.Contacts;

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async Task ReadyAsync()
    {
        if (!started)
        {
            started = true;
            await StartAsync();
        }
    }

    public override async Task RingsAsync(string path, JsonNode body, string unit, CancellationToken stop)
    {
        await CallsAsync(path, body, stop);
        Assert.NotNull(Board.Call(LobbySite.Rear, unit));
    }

    /// <summary>No contact tells a refusal: it is spoken, and the assistant hears it.</summary>
    public override async Task IsRefusedAsync(long id, string path, JsonNode body, string unit, CancellationToken stop)
    {
        Board.Conduct(unit, new UnitConduct(UnitReaction.Answers, After: 1, Talks: 4));
        await RingsAsync($"cases/{id}/{path}", body, unit, stop);
        await ToldAsync(id, "callAnswered", "", stop);
        await DoAsync("la", $"cases/{id}/heard", new JsonObject { ["yes"] = false }, stop);
    }

    /// <summary>The visitor lets go of the button, and presses it once more when the bell was silent.</summary>
    public override async Task RingsAgainAsync(long id, string unit, CancellationToken stop)
    {
        await ToldAsync(id, "requestEnded", "householdDidNotAnswer", stop);
        Assert.True(Board.HangUp(LobbySite.Rear));
        Assert.True(await Deadline.UntilAsync(() => Calls("callStarted") == Calls("callEnded"), Limit, stop), Output);
        Assert.NotNull(Board.Call(LobbySite.Rear, unit));
    }

    public override Task StopsRingingAsync()
    {
        Board.HangUp(LobbySite.Rear);
        return Task.CompletedTask;
    }
}
