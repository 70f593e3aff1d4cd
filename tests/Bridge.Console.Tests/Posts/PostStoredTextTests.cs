using Bridge.Console.Desk;
using Bridge.Console.Doors;
using Bridge.Console.Posts;
using Bridge.Console.Posts.Gate;
using Bridge.Console.Posts.Patrol;
using Bridge.Console.Posts.Questions;
using Bridge.Console.Seats;
using Bridge.Console.Tests.Hosting;
using Bridge.Console.Tests.Hosting.Posts;

namespace Bridge.Console.Tests.Posts;

/// <summary>What a visitor calls himself is text at every other post, whatever it is.</summary>
public sealed class PostStoredTextTests
{
    private static readonly IReadOnlyList<string> All = HarmfulText.Corpus;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task IsTextAtTheGate()
    {
        await using var host = await PostHost.StartAsync(SeatRole.GatePost, Cancelled);
        host.Posts.Gate.Draw = now => new GateView(now, [.. All.Take(50).Select((text, number) => new LobbyChoice($"{number}", Named(text)))],
            [.. All.Select((text, number) => new AnnouncementRow($"{number}", Named(text), text, text, 2, AnnouncementStage.Confirmed, TimeSpan.FromMinutes(3)))]);
        await HarmfulText.HarmlessAsync(host.Address, "/gate?lang=en", (All.Count * 2) + 50, ".post-row");
    }

    [Fact]
    public async Task IsTextInTheControlRoom()
    {
        await using var host = await PostHost.StartAsync(SeatRole.ControlRoom, Cancelled);
        var draw = host.Posts.ControlRoom.Draw;
        host.Posts.ControlRoom.Draw = now => draw(now) with { Questions = [.. All.Select(Asked)] };
        await HarmfulText.HarmlessAsync(host.Address, "/control-room?lang=en", All.Count * 4, "article.question");
    }

    [Fact]
    public async Task IsTextInTheOffice()
    {
        await using var host = await PostHost.StartAsync(SeatRole.OfficeDutyOfficer, Cancelled);
        var draw = host.Posts.Office.Draw;
        host.Posts.Office.Draw = now => draw(now) with { Questions = [.. All.Select(Asked)] };
        await HarmfulText.HarmlessAsync(host.Address, "/office?lang=en", All.Count * 4, "article.question");
    }

    [Fact]
    public async Task IsTextOnThePatrolsPhone()
    {
        await using var host = await PostHost.StartAsync(SeatRole.Patrol, Cancelled);
        var whole = string.Concat(All);
        host.Posts.Patrol.Draw = now => new PatrolView(now, new PatrolTask(21, PatrolKind.Tracking, TaskStage.New, Named(whole), TimeSpan.FromSeconds(9)) { Unit = whole }, 1);
        await HarmfulText.HarmlessAsync(host.Address, "/patrol?lang=en", All.Count * 2, ".patrol-keys");
    }

    private static AskedQuestion Asked(string text, int number) =>
        new(number, Named(text), AdmissionCategory.GovernmentOfficer, QuestionStand.New, TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(14)) { Unit = text, Visitor = text, Organisation = text, Purpose = text };

    private static DisplayName Named(string text) => new(text, text);
}
