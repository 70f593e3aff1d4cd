using Bridge.Console.Desk;
using Bridge.Console.Seats;
using Bridge.Console.Tests.Hosting;
using Bridge.Console.Tests.Hosting.Posts;

namespace Bridge.Console.Tests.Posts;

/// <summary>Every post's page on a desk's screen and on a phone, light and dark, in both languages.</summary>
public sealed class PostScreenTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, SeatRole, TaskStage?> Pages => new()
    {
        { "gate", SeatRole.GatePost, null },
        { "control-room", SeatRole.ControlRoom, null },
        { "office", SeatRole.OfficeDutyOfficer, null },
        { "front-desk", SeatRole.FrontDesk, null },
        { "patrol", SeatRole.Patrol, null },
        { "patrol", SeatRole.Patrol, TaskStage.New },
        { "patrol", SeatRole.Patrol, TaskStage.Acknowledged },
        { "patrol", SeatRole.Patrol, TaskStage.OnScene },
        { "gate", SeatRole.Patrol, null },
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task IsAccessibleAndFits(string path, SeatRole role, TaskStage? stage)
    {
        await using var host = await PostHost.StartAsync(FakeSeat.Of(role), stage, 0, Cancelled);
        await using var browser = await Browser.StartAsync();
        foreach (var screen in Screen.Usual)
        {
            var page = await browser.OpenAsync(host.Address, screen, path);
            var heads = page.Locator("main h2, main p").First;
            await heads.WaitForAsync();
            if (role != SeatRole.Patrol || path == "patrol")
            {
                await Screens.LiveAsync(page);
            }

            await Screens.CheckAsync(page, $"{path}-{role}-{stage}-{screen}");
            if (role != SeatRole.Patrol || path == "patrol")
            {
                await Screens.WalkAsync(page, screen);
            }

            await page.Context.CloseAsync();
        }
    }
}
