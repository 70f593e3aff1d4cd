using System.Collections.Immutable;
using Bridge.Console.Books.Events;
using Bridge.Console.Books.Records;
using Bridge.Console.Books.Retention;
using Bridge.Console.Doors;

namespace Bridge.Console.Tests.Hosting.Books;

/// <summary>Books with everything in them that can stand on a page.</summary>
internal static class BookPictures
{
    private static readonly DisplayName LobbyA = new("A座大堂", "Lobby A");
    private static readonly DisplayName LobbyB = new("B座大堂", "Lobby B");

    public static BookView Books(DateTimeOffset now) => new(now.ToOffset(TimeSpan.FromHours(8)), new DisplayName("翠湖花园", "Cuihu Garden"))
    {
        Lobbies = [new("a", LobbyA), new("b", LobbyB)],
        Reasons = [.. Enum.GetValues<UnmaskReason>()],
        MayAmend = true,
        MayExport = true,
    };

    public static EventBookView Journal(DateTimeOffset now) => new(now.ToOffset(TimeSpan.FromHours(8)), new DisplayName("翠湖花园", "Cuihu Garden"))
    {
        Doors = [new("lobby-main", new DisplayName("大堂正门", "Main entrance"))],
        Kinds = ["AccessGranted", "DoorForcedOpen", "PersonUnmasked"],
    };

    public static ImmutableArray<EventLine> Entries(DateTimeOffset now)
    {
        string[] kinds = ["AccessTaken", "DoorOpened", "LockReleased", "AccessGranted", "PersonUnmasked", "NewerThanThisConsole"];
        return [.. Enumerable.Range(0, 60).Select(index => new EventLine(60 - index, $"1.{60 - index}", now.ToOffset(TimeSpan.FromHours(8)).AddSeconds(-index), kinds[index % kinds.Length])
        {
            Door = index % 6 < 4 ? new DisplayName("大堂正门", "Main entrance") : null,
            Correlation = index % 6 < 4 ? "1-305" : null,
            WrittenLate = index == 7,
            Body = "{\"actor\":\"demo-sup\",\"person\":\"0f3c1b7a5d8e4c2b9a6f0e1d2c3b4a59\",\"reason\":\"complaint\"}",
            Hash = new string('a', 64),
        })];
    }

    public static RetentionBookView Retention(DateTimeOffset now) => new(now.ToOffset(TimeSpan.FromHours(8)), new DisplayName("翠湖花园", "Cuihu Garden"))
    {
        MayReadLimits = true, MayAsk = true, MayErase = true,
    };

    public static RetentionSheet Kept(DateTimeOffset now) => new(
        [new("VisitorIdentity", 90, 1204, 2, now.AddHours(9)), new("CallBack", 1, 12, 0, now.AddHours(1)), new("Movement", 180, 80, 0, null), new("Incident", 1095, 3, 1, now.AddDays(200))],
        [new("w-1", ["VL-202603-0147", "VL-202603-0122"], ErasureReason.Request, "黄蕾", now.AddHours(-3)), new("w-2", ["DL-202603-0003"], ErasureReason.Authority, "郑颖", now.AddHours(-1))]);

    /// <summary>Twenty-five lines: a page and a quarter.</summary>
    public static ImmutableArray<BookRow> Rows(DateTimeOffset now)
    {
        var at = now.ToOffset(TimeSpan.FromHours(8));
        return [.. Enumerable.Range(0, 25).Select(index => Row(at.AddMinutes(-7 * index), index))];
    }

    private static BookRow Row(DateTimeOffset at, int index) => new($"VL-202603-{147 - index:d4}", at, index % 3 == 0 ? LobbyB : LobbyA)
    {
        Place = index + 1,
        Category = (index % 4) switch { 0 => "Visitor", 1 => "GovernmentOfficer", 2 => "PassHolder", _ => "Employee" },
        Case = $"{300 - index}",
        Person = new CoveredPerson
        {
            State = index == 5 ? PersonState.Erased : index == 6 ? PersonState.Restricted : PersonState.Kept,
            Name = "王*", Phone = "138****5678", Host = "李*", Organisation = index % 4 == 1 ? "区消防大队" : null, Purpose = index % 4 == 1 ? "检查" : "探访",
        },
        HeadCount = 1 + (index % 3),
        Unit = index % 4 == 1 ? null : "A-12**",
        Consent = (index % 4) switch { 0 => "HouseholdYes", 1 => "OfficeYes", 2 => "PassChecked", _ => "BadgeChecked" },
        ConsentBy = index % 4 == 0 ? "A-12**" : "吴磊",
        Reference = index % 4 == 2 ? "P-0457" : null,
        Result = index == 3 ? "household_refused" : "entered",
        Author = "陈晓",
        Late = index == 1,
        PaperSheet = index == 1 ? "0231" : null,
        Changes = index == 0
            ? [new BookChange(at.AddMinutes(1), "陈晓", "entered", null), new BookChange(at.AddMinutes(3), "陈晓", "amended", new CoveredPerson { Name = "汪*", Phone = "138****5678" })]
            : [],
    };
}
