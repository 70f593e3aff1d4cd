using System.Text;
using Bridge.Journal.Register;
using Bridge.Journal.Residents;
using Bridge.Journal.Storage;

namespace Bridge.Journal.Tests.Residents;

/// <summary>The residents' register: look-ups, changes with their history, and what a copy of the file does not show.</summary>
public sealed class ResidentRegisterTests : IDisposable
{
    private const string Secret = "asked not to be disturbed";

    private readonly ResidentBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("A-1203", "lobby-a", "h-usual", "as registered")]
    [InlineData("ａ－１２０３", "lobby-a", "h-usual", "full width and small")]
    [InlineData("a 1203", null, "h-usual", "without the dash, where only one unit can be meant")]
    [InlineData("A-1203", "lobby-b", null, "under another lobby")]
    [InlineData("A-1205", "lobby-a", null, "no such unit")]
    [InlineData("", null, null, "nothing")]
    public void A_household_is_found(string unit, string? lobby, string? expected, string why)
    {
        using var register = bench.Filled();
        Assert.True(register.Current.FindHousehold(unit, lobby) == expected, why);
    }

    [Fact]
    public void A_unit_that_may_be_two_is_not_guessed()
    {
        using var register = bench.Filled();
        register.Apply([new ResidentEdit.PutHousehold(new Household("h-2", "A1-203", "lobby-a", ClearanceRoute.Direct, false))], "office-1");
        Assert.Null(register.Current.FindHousehold("A1203", null));
        Assert.Equal("h-2", register.Current.FindHousehold("a1-203", null));
    }

    [Fact]
    public void The_facts_of_a_household_hold_no_name()
    {
        using var register = bench.Filled();
        var facts = register.Current.Facts(ResidentBench.Usual.Id, ResidentBench.Today)!;
        Assert.Equal(("lobby-a", false, true, 7, true), (facts.Lobby, facts.Special, facts.HasAppearanceData, facts.ActiveMembers, facts.ChildrenMayAnswer));
        Assert.Equal(["1203", "13800001111"], facts.Stations);
        Assert.True(register.Current.Facts(ResidentBench.Special.Id, ResidentBench.Today)!.Special);
        Assert.Null(register.Current.Facts("nobody", ResidentBench.Today));
        Assert.DoesNotContain("刘阳", facts.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_directory_finds_by_unit_name_and_pinyin_and_hides_what_is_being_compared()
    {
        using var register = bench.Filled();
        string[] Found(string text, params string[] hidden) =>
            [.. register.Current.SearchResidents(text, ResidentBench.Today, hidden.ToHashSet()).Select(entry => entry.Member)];

        Assert.Equal(["m-liu"], Found("liuyang"));
        Assert.Equal(["m-hall", "m-other"], Found("A-1204").Order(StringComparer.Ordinal));
        Assert.Equal(["m-now"], Found("孙丽"));
        Assert.Empty(Found("刘", ResidentBench.Usual.Id));
        Assert.Empty(Found("  "));
    }

    [Fact]
    public void A_member_is_known_by_the_holder_of_his_card()
    {
        using (var credentials = Assert.IsType<RegisterOpened.Open>(CredentialRegister.Open(bench.Options.Register)).Register)
        {
            Assert.IsType<RegisterImported.Done>(credentials.Import(new RegisterImport([new ImportedHolder("k-7", "resident", "A-1203", "刘阳")], [])));
        }

        using var register = bench.Filled();
        register.Apply([new ResidentEdit.PutMember(ResidentBench.Members[0] with { Holder = "k-7" })], "office-1");
        using var raw = RawFile.Connect(bench.Options.Register.Path);
        using var row = new Statement(raw, "SELECT id FROM holder");
        row.Step();
        var member = register.Current.MemberOfHolder(row.Text(0))!;
        Assert.Equal(new MemberFacts("m-liu", "h-usual", "lobby-a", true, false, false, true, true), register.Current.Facts(member, ResidentBench.Today));
    }

    [Fact]
    public void The_lists_come_back_as_they_were_put_also_in_a_new_process()
    {
        var leader = new ListedLeader("L-1", "周总", "经理", "周总", new DateOnly(2026, 1, 1), null);
        var badge = new StaffBadge("B-7", "陈晓", "客服", BadgeStatus.Suspended, new DateOnly(2026, 12, 31));
        var pass = new AccessPass("P-0457", "milk", "老赵", ["lobby-a"], new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30), PassStatus.Valid, "office-1")
        {
            Company = "鲜奶", Areas = ["floor-12"], Household = "h-usual", Days = PassDays.Monday | PassDays.Sunday, HoursFrom = new TimeOnly(5, 30), HoursUntil = new TimeOnly(7, 30),
        };
        var tour = new TourBooking("T-1", "小学", "吴老师", "市场部", 30, Some.Morning, Some.Morning.AddHours(2), Cancelled: false);
        DutyPerson[] duty = [new("office", 2, null, "13900000000"), new("office", 1, "office-1", null)];
        using (var writer = bench.Filled())
        {
            Assert.Equal(new ResidentEdited.Done(6), writer.Apply(
                [
                    new ResidentEdit.PutLeader(leader), new ResidentEdit.PutBadge(badge), new ResidentEdit.PutPass(pass), new ResidentEdit.PutTour(tour),
                    .. duty.Select(person => new ResidentEdit.PutDuty(person)),
                ],
                "office-1"));
        }

        using var register = bench.Open();
        Assert.Equal(leader, register.Current.Leader("l-1"));
        Assert.Equal(badge, register.Current.Badge("b-7"));
        Assert.Equivalent(pass, register.Current.Pass("P-0457"), strict: true);
        Assert.Equal(tour.StartsAt, register.Current.Tour("T-1")!.StartsAt);
        Assert.Equal([1, 2], register.Current.Duty("Office").Select(person => person.Position));
        Assert.Equal(["T-1"], register.Current.ToursAt(Some.Morning).Select(one => one.Id));
        Assert.Empty(register.Current.ToursAt(Some.Morning.AddHours(2)));
    }

    [Fact]
    public void Every_change_says_who_made_it_and_which_fields_and_not_what_they_said()
    {
        using var register = bench.Filled();
        register.Apply([new ResidentEdit.PutMember(ResidentBench.Members[0] with { Name = "刘洋洋", Barred = true })], "office-2");
        register.Apply([new ResidentEdit.PutMember(ResidentBench.Members[0] with { Name = "刘洋洋", Barred = true })], "office-3");
        register.Apply([new ResidentEdit.Remove(ResidentList.Stations, "h-usual", 2), new ResidentEdit.Remove(ResidentList.Badges, "none", 0)], "office-4");

        var changes = register.Changes(new RegisterChangeQuery(), 2).Value();
        Assert.Equal(
            [("office-4", "h-usual/2", RegisterChangeAct.Removed, ""), ("office-2", "m-liu", RegisterChangeAct.Changed, "name,barred")],
            changes.Select(change => (change.Actor, change.Subject, change.Act, string.Join(',', change.Fields))));
        Assert.Equal(Some.Morning, changes[0].At);
        Assert.Equal(2, register.Changes(new RegisterChangeQuery(RegisterList.Members, "m-liu"), 10).Value().Count);
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => RawFile.Execute(bench.Options.Register.Path, "UPDATE register_change SET actor = 'nobody'"));
    }

    public static TheoryData<string, ResidentEdit[]> Refusals => new()
    {
        { "a member of no household", [new ResidentEdit.PutMember(new Member("m", "m", "nowhere", "某", ResidentKind.Owner))] },
        { "a second household in one unit", [new ResidentEdit.PutHousehold(ResidentBench.Special with { Id = "h-3" })] },
        { "one number in two units", [new ResidentEdit.PutStation(new IndoorStation("h-special", 1, "1203"))] },
        { "a household that still has members", [new ResidentEdit.Remove(ResidentList.Households, "h-usual", 0)] },
    };

    [Theory, MemberData(nameof(Refusals))]
    public void A_change_that_cannot_be_is_refused_with_all_that_came_with_it(string why, ResidentEdit[] edits)
    {
        using var register = bench.Filled();
        var before = register.Changes(new RegisterChangeQuery(), 100).Value().Count;
        var edited = register.Apply([new ResidentEdit.PutLeader(new ListedLeader("L-9", "某", "", "", null, null)), .. edits], "office-1");
        Assert.True(edited is ResidentEdited.Refused { Edit: 1 }, $"{why}: {edited}");
        Assert.Null(register.Current.Leader("L-9"));
        Assert.Equal(before, register.Changes(new RegisterChangeQuery(), 100).Value().Count);
    }

    [Fact]
    public void A_reason_is_in_no_file_in_clear_and_looking_at_it_is_remembered()
    {
        using var register = bench.Filled();
        register.Apply([new ResidentEdit.SetReason(ResidentList.Households, "h-special", Secret)], "supervisor-1");
        register.Apply([new ResidentEdit.SetReason(ResidentList.Households, "h-special", Secret)], "supervisor-2");
        foreach (var file in Directory.GetFiles(bench.Folder.Path, "register.db*").Where(name => !name.EndsWith(".lock", StringComparison.Ordinal)))
        {
            Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)) < 0, file);
        }

        Assert.Equal(Secret, register.RevealReason(ResidentList.Households, "h-special", "control-1").Value());
        Assert.Null(register.RevealReason(ResidentList.Households, "h-usual", "control-1").Value());
        Assert.Equal(
            [("control-1", RegisterChangeAct.ReasonRevealed), ("supervisor-1", RegisterChangeAct.Changed), ("office-1", RegisterChangeAct.Added)],
            register.Changes(new RegisterChangeQuery(Subject: "h-special"), 10).Value().Select(change => (change.Actor, change.Act)));
    }

    [Fact]
    public void Without_its_key_a_register_with_reasons_is_refused()
    {
        using (var register = bench.Filled())
        {
            register.Apply([new ResidentEdit.SetReason(ResidentList.Members, "m-barred", Secret)], "supervisor-1");
        }

        File.Delete(bench.Options.ReasonKeyPath);
        Assert.Contains("is missing", Assert.IsType<ResidentRegisterOpened.Unusable>(ResidentRegister.Open(bench.Options, Some.Time())).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_another_process_changed_is_taken_over()
    {
        using var register = bench.Filled();
        Assert.False(register.Refresh().Value());
        using (var other = bench.Open())
        {
            other.Apply([new ResidentEdit.PutLeader(new ListedLeader("L-5", "某", "", "", null, null))], "office-1");
        }

        Assert.Null(register.Current.Leader("L-5"));
        Assert.True(register.Refresh().Value());
        Assert.NotNull(register.Current.Leader("L-5"));
        Assert.False(register.Refresh().Value());
    }

    [Fact]
    public void An_older_register_keeps_its_holders_and_gets_the_lists()
    {
        var options = bench.Options.Register;
        PepperFile.Create(options.PepperPath);
        var hasher = new CredentialHasher(File.ReadAllBytes(options.PepperPath), options.Site);
        FileCreator.Create(options.Path, Migrations.Register, 1, file =>
        {
            using var insert = new Statement(file, "INSERT INTO register (only, site, pepper_check) VALUES (1, 'tower', ?)");
            insert.Bind(1, hasher.Check().ToBytes()).Run();
            file.Execute("INSERT INTO holder (id, key, kind, display_name) VALUES ('i', 'k', 'resident', 'n')");
        });
        using var register = bench.Filled();
        Assert.Equal(1, RawFile.Scalar(options.Path, "SELECT count(*) FROM holder"));
        Assert.Equal(Migrations.Register.Version, RawFile.Scalar(options.Path, "PRAGMA user_version"));
        Assert.Equal(2, register.Current.Households);
    }

    [Fact]
    public void A_newer_register_is_refused()
    {
        bench.Filled().Dispose();
        RawFile.Execute(bench.Options.Register.Path, "PRAGMA user_version = 99");
        Assert.Equal(new ResidentRegisterOpened.TooNew(99, Migrations.Register.Version), ResidentRegister.Open(bench.Options, Some.Time()));
    }
}
