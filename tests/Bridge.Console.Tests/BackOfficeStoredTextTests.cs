using System.Collections.Immutable;
using Bridge.Console.Accounts;
using Bridge.Console.Desk;
using Bridge.Console.Doors;
using Bridge.Console.Posts;
using Bridge.Console.Registers;
using Bridge.Console.Registers.Cards;
using Bridge.Console.Seats;
using Bridge.Console.Supervision;
using Bridge.Console.Tests.Accounts;
using Bridge.Console.Tests.Hosting;
using Bridge.Console.Tests.Hosting.Supervision;
using Bridge.Console.Tests.Registers;

namespace Bridge.Console.Tests;

/// <summary>What somebody wrote who means harm is text in the back office too: in the register, the cards, the accounts, the alarms, the devices and the broker's answers.</summary>
public sealed class BackOfficeStoredTextTests
{
    private static readonly IReadOnlyList<string> All = HarmfulText.Corpus;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task IsTextInTheRegister()
    {
        await using var host = await RegisterHost.StartAsync(SeatRole.OfficeDutyOfficer, Cancelled);
        host.Register.Lines = [.. All.Select(text => new RegisterLine(text, 0, ImmutableDictionary<string, string>.Empty.Add("unit", text).Add("lobby", text)))];
        await HarmfulText.HarmlessAsync(host.Address, "/register?lang=en", All.Count * 2, "tr[data-row]");
    }

    [Fact]
    public async Task IsTextInTheRegistersHistory()
    {
        await using var host = await RegisterHost.StartAsync(SeatRole.Auditor, Cancelled);
        host.History.Draw = now => new HistoryView(now, [.. All.Select((text, number) => new HistoryLine(number, now, text, BookList.Members, text, text, [text]))]);
        await HarmfulText.HarmlessAsync(host.Address, "/register/changes?lang=en", All.Count * 4, ".list-table tbody tr");
    }

    [Fact]
    public async Task IsTextAmongTheCards()
    {
        await using var host = await RegisterHost.StartAsync(SeatRole.OfficeDutyOfficer, Cancelled);
        host.Cards.Lines = [.. All.Select((text, number) => new CardLine($"c-{number}", text, text, text) { Levels = [text], Off = number % 2 == 0 ? text : null })];
        host.Cards.Draw = now => new CardsView(now) { MayIssue = true, Reads = [.. All.Select((text, number) => new UnknownRead($"r-{number}", Named(text), text, TimeSpan.FromSeconds(3)))], Levels = [All[0]] };
        await HarmfulText.HarmlessAsync(host.Address, "/credentials?lang=en", All.Count * 6, "tr[data-card]");
    }

    [Fact]
    public async Task IsTextAmongTheAccounts()
    {
        await using var host = await AccountHost.StartAsync(SeatRole.Administrator, Cancelled);
        host.Office.Draw = now => FakeAccountOffice.Full(now) with
        {
            People = [.. All.Select((text, number) => new PersonRow($"u-{number}", text, text) { Posts = [new(SeatRole.GatePost, "a", Named(text))] })],
            Clients = [.. All.Select((text, number) => new ClientLine($"c-{number}", text, [text], Named(text), now))],
            Desks = [.. All.Select((text, number) => new DeskLine($"d-{number}", text, Named(text), now))],
        };
        await HarmfulText.HarmlessAsync(host.Address, "/accounts?lang=en", All.Count * 8, "tr[data-account]");
    }

    [Fact]
    public async Task IsTextUnderSupervision()
    {
        await using var host = await WatchHost.StartAsync(SeatRole.CsSupervisor, Cancelled);
        host.Supervision.Draw = now =>
        {
            var whole = WatchPictures.Supervision(now);
            var (door, alarm) = (whole.Doors.First(one => one.Order is not null), whole.Alarms[^1]);
            return whole with
            {
                Doors = [.. All.Take(200).Select((text, number) => door with
                {
                    Door = door.Door with { Id = $"d{number}", Name = Named(text) }, Lobby = Named(text), Order = door.Order! with { By = text, Note = text }, First = new FirstWord(text, TimeSpan.FromSeconds(9), Mine: false),
                })],
                Alarms = [.. All.Select((text, number) => alarm with { Id = number, Door = Named(text), AcknowledgedBy = text, ClosedBy = text, Comment = text })],
                Tasks = [.. All.Take(200).Select((text, number) => new WatchedTask(number, Named(text), text, TaskStage.New, TimeSpan.FromSeconds(3)) { Result = text })],
            };
        };
        await HarmfulText.HarmlessAsync(host.Address, "/supervision?lang=en", (All.Count * 3) + (200 * 6), ".watch-door");
    }

    [Fact]
    public async Task IsTextAmongTheDevices()
    {
        await using var host = await WatchHost.StartAsync(SeatRole.Administrator, Cancelled);
        host.Health.Draw = now => new HealthView(now, [new LineRow(All[0], true, [.. All.Select((text, number) => new DeviceRow(text, number, DeviceDiagnosis.Well, TimeSpan.Zero))])]);
        await HarmfulText.HarmlessAsync(host.Address, "/health?lang=en", All.Count, "table tbody tr");
    }

    [Fact]
    public async Task IsTextInWhatTheBrokerAnswers()
    {
        await using var host = await WatchHost.StartAsync(SeatRole.Auditor, Cancelled);
        host.Delivery.Draw = now => new DeliveryView(now,
        [
            new ChannelRow(All[0], LinkHealth.Down, now, TimeSpan.FromMinutes(1))
            {
                Reason = string.Concat(All), Parked = All.Count, ParkedRows = [.. All.Select((text, number) => new ParkedRow(number, number, text, now, text))],
            },
        ]);
        await HarmfulText.HarmlessAsync(host.Address, "/delivery?lang=en", All.Count * 3, "table tbody tr");
    }

    private static DisplayName Named(string text) => new(text, text);
}
