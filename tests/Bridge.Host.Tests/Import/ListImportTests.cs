using Bridge.Host.Configuration;
using Bridge.Host.Import;
using Bridge.Host.Tests.Configuration;
using Bridge.Host.Tests.Verbs;
using Bridge.Host.Verbs;
using Bridge.Journal.Residents;

namespace Bridge.Host.Tests.Import;

/// <summary>The lists of the register from CSV: a whole file or nothing, and one clear error for each row that is wrong.</summary>
public sealed class ListImportTests
{
    private const string Households = "unit,lobby,route,reason,children_may_answer\nA-1203,lobby-a,,,yes\nA-1204,lobby-a,controlRoom,asked for quiet,no\n";
    private const string Members =
        "member,unit,name,variants,pinyin,kind,may_admit_himself,barred,barred_reason,minor,appearance,phone_last4,moved_in,moved_out,holder\n"
        + "m1,A-1203,刘阳,Leo Liu;Liu Y,liu yang,owner,yes,no,,no,tall,5678,2020-01-31,,k1\nm2,a-1204,张伟,,,,,yes,court order,,,,,2026-01-01,\n";

    private const string Stations = "unit,order,number\nA-1203,1,1203\nA-1203,2,13800001111\nA-1204,1,1204\n";
    private const string Leaders = "leader,name,title,valid_until\nL-1,周某,经理,2027-12-31\n";
    private const string Badges = "badge,name,department,status\nB-1,陈晓,客服,\nB-2,吴磊,安保,suspended\n";
    private const string Passes =
        "pass,type,holder,lobbies,unit,valid_from,valid_until,days,hours,status,issuer\nP-0457,milk,老赵,lobby-a;lobby-b,A-1203,2026-01-01,2026-06-30,mon;sun,05:30-07:30,,office-1\n";

    private const string Tours = "tour,group,leader,department,count,from,until\nT-1,小学,吴老师,市场,30,2026-03-10 09:00,2026-03-10 11:00\n";
    private const string Duty = "role,order,account,phone\noffice,1,office-1,\noffice,2,,13900000000\n";

    [Fact]
    public async Task EveryListIsImportedAndAgainChangesNothing()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = SiteFolder.WithSample();
        foreach (var (list, text, rows) in new[]
        {
            ("households", Households, 2), ("members", Members, 2), ("stations", Stations, 3), ("leaders", Leaders, 1), ("badges", Badges, 2), ("passes", Passes, 1),
            ("tours", Tours, 1), ("duty", Duty, 2),
        })
        {
            var file = folder.Write($"{list}.csv", text);
            var dry = await VerbRun.RunAsync(cancellation, "import", list, file, "--site", folder.SiteFile, "--dry-run");
            Assert.True(dry.Exit == ExitCode.Ok && dry.Output.Contains("dry run", StringComparison.Ordinal), dry.Errors);
            var first = await VerbRun.RunAsync(cancellation, "import", list, file, "--site", folder.SiteFile);
            Assert.True(first.Output.Trim() == $"imported: {rows} added, 0 changed, 0 unchanged, 0 removed", first.Output + first.Errors);
            var again = await VerbRun.RunAsync(cancellation, "import", list, file, "--site", folder.SiteFile);
            Assert.True(again.Output.Trim() == $"imported: 0 added, 0 changed, {rows} unchanged, 0 removed", again.Output + again.Errors);
        }

        using var register = Register(folder);
        var (now, day) = (register.Current, new DateOnly(2026, 3, 10));
        var household = now.FindHousehold("A-1203", "lobby-a")!;
        Assert.Equal(["1203", "13800001111"], now.Facts(household, day)!.Stations);
        Assert.IsType<NameComparison.Match>(now.CompareName(household, "leo liu", day));
        Assert.Equal(household, now.Pass("p-0457")!.Household);
        Assert.Equal((PassDays.Monday | PassDays.Sunday, new TimeOnly(5, 30)), (now.Pass("P-0457")!.Days, now.Pass("P-0457")!.HoursFrom));
        Assert.Equal(BadgeStatus.Suspended, now.Badge("B-2")!.Status);
        Assert.Equal(2, now.Duty("office").Count);
        Assert.Equal(TimeSpan.FromHours(2), now.Tour("T-1")!.EndsAt - now.Tour("T-1")!.StartsAt);
        var special = now.FindHousehold("A-1204", null)!;
        Assert.Equal("asked for quiet", Value(register.RevealReason(ResidentList.Households, special, "control-1")));
        Assert.All(Value(register.Changes(new RegisterChangeQuery(RegisterList.Tours), 10)), change => Assert.StartsWith("console:", change.Actor, StringComparison.Ordinal));
    }

    [Fact]
    public async Task UnitsMayChangeTheirNumbersWithEachOther()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = SiteFolder.WithSample();
        await VerbRun.RunAsync(cancellation, "import", "households", folder.Write("h.csv", Households), "--site", folder.SiteFile);
        await VerbRun.RunAsync(cancellation, "import", "stations", folder.Write("s.csv", Stations), "--site", folder.SiteFile);
        var swapped = folder.Write("t.csv", "unit,order,number\nA-1203,1,1204\nA-1203,2,13800001111\nA-1204,1,1203\n");
        var run = await VerbRun.RunAsync(cancellation, "import", "stations", swapped, "--site", folder.SiteFile);
        Assert.True(run.Output.Trim() == "imported: 0 added, 2 changed, 1 unchanged, 0 removed", run.Output + run.Errors);
    }

    public static TheoryData<string, string, string, string> AgainstTheRegister => new()
    {
        { "a member of an unknown unit", "members", "member,unit,name\nm1,A-1203,某\nm2,A-9999,某\n", "f.csv:3: column unit: expected a unit of the register" },
        { "a household goes that has members", "households", "unit,lobby\nA-1204,lobby-a\n", "f.csv:1: column unit: A-1203 is not in the file, and members" },
        { "more than a fifth would go", "leaders", "leader,name,title\nL-9,某,经理\n", "more than 20 percent would go" },
    };

    [Theory, MemberData(nameof(AgainstTheRegister))]
    public async Task WhatDoesNotFitTheRegisterChangesNothing(string why, string list, string text, string expected)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = SiteFolder.WithSample();
        foreach (var (name, content) in new[] { ("households", Households), ("members", Members), ("leaders", Leaders) })
        {
            await VerbRun.RunAsync(cancellation, "import", name, folder.Write($"{name}.csv", content), "--site", folder.SiteFile);
        }

        var run = await VerbRun.RunAsync(cancellation, "import", list, folder.Write("f.csv", text), "--site", folder.SiteFile);
        Assert.True(run.Exit == ExitCode.BadData && run.Errors.Contains(expected, StringComparison.Ordinal), $"{why}: {run.Errors}");
        using var register = Register(folder);
        Assert.Equal((2, 2), (register.Current.Households, register.Current.Members));
        Assert.NotNull(register.Current.Leader("L-1"));
    }

    public static TheoryData<string, ResidentList, string, string> Wrong => new()
    {
        { "a unit twice, in another case", ResidentList.Households, "unit,lobby\nA-1,l\na-1,l\n", "f:3: the same row stands in line 2 already" },
        { "no such route", ResidentList.Households, "unit,lobby,route\nA-1,l,door\n", "f:2: column route: expected \"direct\" or \"controlRoom\"" },
        { "a reason for nothing", ResidentList.Households, "unit,lobby,reason\nA-1,l,quiet\n", "f:2: column reason: expected no reason" },
        { "a column of another list", ResidentList.Households, "unit,lobby,badge\nA-1,l,7\n", "f:1: field 3 of the header: unknown column" },
        { "a missing column", ResidentList.Members, "member,unit\nm,A-1\n", "f:1: column name: missing in the header" },
        { "no name", ResidentList.Members, "member,unit,name\nm,A-1,\n", "f:2: column name: expected 1 to 200 characters in one line, found none" },
        { "a whole telephone number", ResidentList.Members, "member,unit,name,phone_last4\nm,A-1,某,13812345678\n", "f:2: column phone_last4: expected the last 4 digits" },
        { "out before in", ResidentList.Members, "member,unit,name,moved_in,moved_out\nm,A-1,某,2026-02-01,2026-01-01\n", "f:2: column moved_out: expected a date that is not before" },
        { "a date of another country", ResidentList.Members, "member,unit,name,moved_in\nm,A-1,某,01/02/2026\n", "f:2: column moved_in: expected a date such as" },
        { "a reason to bar somebody who is not", ResidentList.Members, "member,unit,name,barred_reason\nm,A-1,某,debts\n", "f:2: column barred_reason: expected no reason" },
        { "one number for two units", ResidentList.Stations, "unit,order,number\nA-1,1,7\nA-2,1,7\n", "f:3: column number: the same number stands in line 2" },
        { "order none", ResidentList.Stations, "unit,order,number\nA-1,0,7\n", "f:2: column order: expected a number from 1 to 9" },
        { "no such status", ResidentList.Badges, "badge,name,department,status\nB,某,某,gone\n", "f:2: column status: expected \"active\"" },
        { "no lobby", ResidentList.Passes, "pass,type,holder,lobbies,valid_from,valid_until,issuer\nP,milk,某,,2026-01-01,2026-02-01,o\n", "f:2: column lobbies: expected one or more" },
        { "an unknown day", ResidentList.Passes, "pass,type,holder,lobbies,valid_from,valid_until,issuer,days\nP,milk,某,l,2026-01-01,2026-02-01,o,monday\n", "f:2: column days: expected days such as" },
        { "hours without an end", ResidentList.Passes, "pass,type,holder,lobbies,valid_from,valid_until,issuer,hours\nP,milk,某,l,2026-01-01,2026-02-01,o,05:30\n", "f:2: column hours: expected hours such as" },
        { "ends before it begins", ResidentList.Tours, "tour,group,leader,department,count,from,until\nT,g,某,d,5,2026-03-10 11:00,2026-03-10 09:00\n", "f:2: column until: expected a time after from" },
        { "nobody to be asked", ResidentList.Duty, "role,order,account,phone\noffice,1,,\n", "f:2: expected an account or a phone, found neither" },
        { "nothing but a header", ResidentList.Leaders, "leader,name,title\n", "f:1: expected at least one row" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void WhatIsWrongIsSaidWithItsPlaceAndWithoutNames(string why, ResidentList list, string text, string expected)
    {
        var refused = ListFile.Read("f", System.Text.Encoding.UTF8.GetBytes(text), list, TimeZoneInfo.Utc) as ListFileResult.Refused;
        var error = refused?.Errors is [var only] ? only.ToString() : $"{refused?.Errors.Count ?? 0} errors";
        Assert.True(error.StartsWith(expected, StringComparison.Ordinal), $"{why}: {error}");
        Assert.DoesNotContain("某", error, StringComparison.Ordinal);
    }

    private static ResidentRegister Register(SiteFolder folder)
    {
        var site = Assert.IsType<LoadResult.Loaded>(ConfigurationLoader.Load(folder.SiteFile)).Configuration;
        var options = new ResidentRegisterOptions(new(site.Paths.Register, site.Paths.Pepper, site.Site), site.Paths.ReasonKey);
        return Assert.IsType<ResidentRegisterOpened.Open>(ResidentRegister.Open(options, TimeProvider.System)).Register;
    }

    private static T Value<T>(Journal.StorageResult<T> result) => Assert.IsType<Journal.StorageResult<T>.Done>(result).Value;
}
