using Bridge.Console.Accounts;
using Bridge.Console.Doors;
using Bridge.Console.Seats;
using Bridge.Console.Tests.Hosting.Posts;

namespace Bridge.Console.Tests.Accounts;

internal sealed class FakeAccountOffice() : FakeSource<AccountsView>(Full), IAccountOffice
{
    private static readonly DisplayName LobbyA = new("A座大堂", "Lobby A");

    /// <summary>What the next act shows once.</summary>
    public string? Secret { get; set; }

    public static AccountsView Full(DateTimeOffset now) => new(now)
    {
        People =
        [
            new("u-1", "chenjing", "陈静 <b>") { Posts = [new(SeatRole.LobbyAssistant, "a", LobbyA), new(SeatRole.TeamLead, "a", LobbyA)], HasPassword = true, SecondFactor = true, Heard = TimeSpan.FromSeconds(12) },
            new("u-2", "wangwei", "王伟") { Posts = [new(SeatRole.GatePost, null, null)] },
            new("u-3", "zhaogang", "赵刚") { Posts = [new(SeatRole.Administrator, null, null)], HasPassword = true, SecondFactor = true, Self = true, Heard = TimeSpan.Zero },
            new("u-4", "sunyan", "孙燕") { Disabled = true, HasPassword = true },
        ],
        Clients = [new("c-1", "Fire panel board", ["alerts.read", "doors.read"], LobbyA, now.AddDays(30))],
        Desks = [new("d-1", "A座大堂 1 号台", LobbyA, now.AddDays(-40))],
        Lobbies = [new("a", LobbyA), new("b", new("B座大堂", "Lobby B"))],
        Scopes = ["alerts.read", "doors.read", "events.read"],
    };

    public async Task<AccountAnswer> ActAsync(AccountWish wish, CancellationToken cancellationToken) => new(await TakeAsync(wish), Secret);
}
