using Bridge.Host.Api.Register;
using Bridge.Host.Import;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Journal.Residents;

namespace Bridge.Host.Tests.Import;

/// <summary>A row that is shown in the words of its file and given back is the same row.</summary>
public sealed class ListFieldsTests : IDisposable
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private readonly TestFolder folder = new();
    private readonly ResidentRegister register;

    public ListFieldsTests()
    {
        register = LobbyTower.OpenRegister(folder);
        ResidentEdit[] edits =
        [
            new ResidentEdit.PutMember(new Member("m", "m-1", LobbyTower.Usual, "刘阳", ResidentKind.Owner)
            {
                Variants = ["Leo Liu", "Liu Y"], Pinyin = "liu yang", MayAdmitHimself = true, Barred = true, Minor = true, Appearance = "tall", PhoneLast4 = "5678",
                MovedIn = new DateOnly(2020, 1, 31), MovedOut = new DateOnly(2030, 12, 31), Holder = "k1",
            }),
            new ResidentEdit.PutLeader(new ListedLeader("L-1", "周某", "经理", "周经理", new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31))),
            new ResidentEdit.PutBadge(new StaffBadge("B-1", "陈晓", "客服", BadgeStatus.Suspended, new DateOnly(2027, 1, 1))),
            new ResidentEdit.PutPass(new AccessPass("P-1", "milk", "老赵", ["a", "b"], new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30), PassStatus.Stopped, "office-1")
            {
                Company = "晨光", Areas = ["roof"], Household = LobbyTower.Usual, Days = PassDays.Monday | PassDays.Sunday, HoursFrom = new TimeOnly(5, 30), HoursUntil = new TimeOnly(7, 30),
            }),
            new ResidentEdit.PutTour(new TourBooking(
                "T-1", "小学", "吴老师", "市场", 30, new DateTimeOffset(2026, 3, 10, 1, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 10, 3, 30, 0, TimeSpan.Zero), true) { Lobby = "a" }),
            new ResidentEdit.PutDuty(new DutyPerson("controlRoom", 2, "ccr-2", "8101")),
        ];
        Assert.IsType<ResidentEdited.Done>(register.Apply(edits, "office-1"));
    }

    public void Dispose()
    {
        register.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void EveryListIsReadAsItIsWritten()
    {
        var now = register.Current;
        var fields = new ListFields(now, Zone);
        var rows = now.Rows;
        (ResidentList List, Dictionary<string, string> Columns)[] all =
        [
            .. rows.Households.Select(row => (ResidentList.Households, ListFields.Of(row))), .. rows.Members.Select(row => (ResidentList.Members, fields.Of(row))),
            .. rows.Stations.Select(row => (ResidentList.Stations, fields.Of(row))), .. rows.Leaders.Select(row => (ResidentList.Leaders, ListFields.Of(row))),
            .. rows.Badges.Select(row => (ResidentList.Badges, ListFields.Of(row))), .. rows.Passes.Select(row => (ResidentList.Passes, fields.Of(row))),
            .. rows.Tours.Select(row => (ResidentList.Tours, fields.Of(row))), .. rows.Duty.Select(row => (ResidentList.Duty, ListFields.Of(row))),
        ];
        Assert.Equal(Enum.GetValues<ResidentList>().Length, all.Select(row => row.List).Distinct().Count());
        foreach (var (list, columns) in all)
        {
            var read = Assert.IsType<ListFileResult.Ready>(ListFile.One(list, columns, Zone));
            var edits = new RegisterEdits(now).Of(read.Import)!;
            Assert.True(register.Apply(edits, "office-2") is ResidentEdited.Done { Changed: 0 }, $"{list}: {string.Join(' ', columns)}");
        }
    }
}
