using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bridge.Journal.Register;

namespace Bridge.Journal.Tests.Register;

public sealed class CredentialRegisterTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private RegisterOptions Options => new(folder.File("register.db"), folder.File("pepper"), "tower");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_credential_is_found_as_it_was_imported_also_after_a_restart()
    {
        var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));
        var card = Imports.Card("k1", 123456) with
        {
            ValidFrom = from, ValidUntil = from.AddYears(1), Disabled = DisabledReason.Lost, ExtendedTime = true, AccessLevels = ["a\"b", "c,d"],
        };
        RegisteredCredential found;
        using (var register = Imports.Open(Options))
        {
            register.Imported(Imports.Set([Imports.Holder("k1")], card, Imports.Pin("k1", "4711"), Imports.Pin("k1", "4712", duress: true)));
            found = Assert.Single(register.FindByCard(Imports.Bits(123456), 26));
        }

        using var again = Imports.Open(Options);
        Assert.Equal(3, again.Count);
        var reread = Assert.Single(again.FindByCard(Imports.Bits(123456), 26));
        Assert.Equal(found with { AccessLevels = [] }, reread with { AccessLevels = [] });
        Assert.Equal(["a\"b", "c,d"], reread.AccessLevels);
        Assert.Equal((from, from.AddYears(1), DisabledReason.Lost, true), (reread.ValidFrom, reread.ValidUntil, reread.Disabled, reread.ExtendedTime));
        Assert.False(Assert.Single(again.FindByPin("4711")).Duress);
        Assert.True(Assert.Single(again.FindByPin("4712")).Duress);
        Assert.Equal(found.Holder, again.FindByPin("4711")[0].Holder);
        Assert.Empty(again.FindByPin("0000"));
        Assert.Empty(again.FindByCard(Imports.Bits(123456), 27));
    }

    [Fact]
    public void Several_holders_may_have_the_same_pin()
    {
        using var register = Imports.Open(Options);
        register.Imported(Imports.Set(
            [Imports.Holder("k1"), Imports.Holder("k2"), Imports.Holder("k3")],
            Imports.Pin("k1", "2580"), Imports.Pin("k2", "2580"), Imports.Pin("k3", "1111")));
        Assert.Equal(2, register.FindByPin("2580").Select(credential => credential.Holder).Distinct().Count());
    }

    [Fact]
    public void Ids_stay_over_imports_and_the_counts_say_what_happened()
    {
        using var register = Imports.Open(Options);
        var first = register.Imported(Imports.Set(
            [Imports.Holder("k1"), Imports.Holder("k2"), Imports.Holder("k3")],
            Imports.Card("k1", 1), Imports.Card("k2", 2), Imports.Card("k3", 3), Imports.Pin("k1", "4711")));
        Assert.Equal((new ImportCounts(3, 0, 0, 0), new ImportCounts(4, 0, 0, 0)), (first.Holders, first.Credentials));
        var before = register.FindByCard(Imports.Bits(1), 26)[0];
        var moved = register.FindByCard(Imports.Bits(2), 26)[0];

        var second = register.Imported(Imports.Set(
            [Imports.Holder("k1", name: "王芳芳"), Imports.Holder("k2"), Imports.Holder("k4", unit: null)],
            Imports.Card("k1", 1), Imports.Card("k1", 2), Imports.Card("k4", 4), Imports.Pin("k1", "4711") with { Disabled = DisabledReason.Blocked }));
        Assert.Equal((new ImportCounts(1, 1, 1, 1), new ImportCounts(1, 2, 1, 1)), (second.Holders, second.Credentials));
        Assert.Equal(before.Credential, register.FindByCard(Imports.Bits(1), 26)[0].Credential);
        var after = register.FindByCard(Imports.Bits(2), 26)[0];
        Assert.Equal((moved.Credential, before.Holder), (after.Credential, after.Holder));
        Assert.Empty(register.FindByCard(Imports.Bits(3), 26));
        Assert.Matches("^[a-z2-7]{20}$", before.Credential);
        Assert.Matches("^[a-z2-7]{20}$", before.Holder);
        Assert.Equal(
            new CredentialDescription(before.Credential, RegisteredKind.Card, "0001", "王芳芳", "resident", "12-3"),
            register.Describe(before.Credential).Value());
        Assert.Empty(register.Describe(register.FindByPin("4711")[0].Credential).Value()!.Shown);
        Assert.Null(register.Describe("nobody").Value());
    }

    public static TheoryData<string, RegisterImport, ImportProblem> Refused => new()
    {
        { "unknown holder", Imports.Set([], Imports.Card("k1", 1)), new(null, 0, "its holder is not in the import") },
        { "holder twice", Imports.Set([Imports.Holder("k1"), Imports.Holder("k1")]), new(1, null, "this holder key was given before") },
        { "no key", Imports.Set([Imports.Holder(" ")]), new(0, null, "the holder has no key") },
        {
            "card twice", Imports.Set([Imports.Holder("k1"), Imports.Holder("k2")], Imports.Card("k1", 1), Imports.Card("k2", 1)),
            new(null, 1, "the same card or PIN stands at credential 0 (counted from 0)")
        },
        {
            "PIN and duress PIN alike", Imports.Set([Imports.Holder("k1")], Imports.Pin("k1", "4711"), Imports.Pin("k1", "4711", duress: true)),
            new(null, 1, "the same card or PIN stands at credential 0 (counted from 0)")
        },
        { "short PIN", Imports.Set([Imports.Holder("k1")], Imports.Pin("k1", "123")), new(null, 0, "a PIN has 4 to 12 digits") },
        { "PIN of other digits", Imports.Set([Imports.Holder("k1")], Imports.Pin("k1", "１２３４")), new(null, 0, "a PIN has digits only") },
        {
            "no bits", Imports.Set([Imports.Holder("k1")], Imports.Card("k1", 1) with { Secret = new CredentialSecret.Card(new byte[3], 0, "1") }),
            new(null, 0, "a card has 1 to 1024 bits")
        },
        {
            "too few bits", Imports.Set([Imports.Holder("k1")], Imports.Card("k1", 1) with { Secret = new CredentialSecret.Card(new byte[3], 26, "1") }),
            new(null, 0, "the card has fewer bits than it says")
        },
        { "duress card", Imports.Set([Imports.Holder("k1")], Imports.Card("k1", 1) with { Duress = true }), new(null, 0, "only a PIN can be a duress code") },
        {
            "ends before it begins",
            Imports.Set([Imports.Holder("k1")], Imports.Card("k1", 1) with { ValidFrom = Some.Morning, ValidUntil = Some.Morning.AddDays(-1) }),
            new(null, 0, "it ends before it begins")
        },
    };

    [Theory, MemberData(nameof(Refused))]
    public void One_wrong_row_and_nothing_is_imported(string why, RegisterImport import, ImportProblem problem)
    {
        using var register = Imports.Open(Options);
        register.Imported(Imports.Set([Imports.Holder("old")], Imports.Pin("old", "9999")));
        var wrong = import with { Holders = [Imports.Holder("good"), .. import.Holders], Credentials = [Imports.Pin("good", "8888"), .. import.Credentials] };
        var rejected = Assert.IsType<RegisterImported.Rejected>(register.Import(import));
        Assert.Equal([problem], rejected.Problems);
        Assert.IsType<RegisterImported.Rejected>(register.Import(wrong));
        Assert.True(register.FindByPin("8888").Count == 0 && register.FindByPin("9999").Count == 1, why);
    }

    [Fact]
    public void An_import_that_fails_in_the_middle_changes_nothing()
    {
        using var register = Imports.Open(Options with { LockWait = TimeSpan.FromMilliseconds(20) });
        register.Imported(Imports.Set([Imports.Holder("old")], Imports.Pin("old", "9999")));
        // Stands for a disk that fails at the last credential.
        RawFile.Execute(
            Options.Path,
            "CREATE TRIGGER failing BEFORE INSERT ON credential WHEN (SELECT count(*) FROM credential) > 50 BEGIN SELECT RAISE(ABORT, 'disk'); END");
        var holders = Enumerable.Range(0, 100).Select(i => Imports.Holder($"k{i}")).ToList();
        var cards = Enumerable.Range(0, 100).Select(i => Imports.Card($"k{i}", (uint)i)).ToArray();
        Assert.IsType<RegisterImported.Failed>(register.Import(Imports.Set(holders, cards)));
        Assert.Single(register.FindByPin("9999"));
        Assert.Equal(1, register.Count);
        Assert.Equal(1, RawFile.Scalar(Options.Path, "SELECT count(*) FROM holder"));
        RawFile.Execute(Options.Path, "DROP TRIGGER failing");
        Assert.Equal(100, register.Imported(Imports.Set(holders, cards)).Credentials.Added);
    }

    [Fact]
    public void Another_processs_import_is_taken_over_by_refresh()
    {
        using var service = Imports.Open(Options);
        using (var tool = Imports.Open(Options))
        {
            tool.Imported(Imports.Set([Imports.Holder("k1")], Imports.Pin("k1", "4711")));
        }

        Assert.Empty(service.FindByPin("4711"));
        Assert.True(service.Refresh().Value());
        Assert.Single(service.FindByPin("4711"));
        Assert.False(service.Refresh().Value());
    }

    [Fact]
    public void No_secret_stands_in_any_file_and_removed_names_are_gone()
    {
        using (var register = Imports.Open(Options))
        {
            register.Imported(Imports.Set(
                [Imports.Holder("k1", name: "CANARYNAME"), Imports.Holder("k2")],
                new ImportedCredential(
                    "k1", new CredentialSecret.Card("CANARYBITS"u8.ToArray(), 80, "7777123488889999"), Duress: false, null, null, DisabledReason.None,
                    ExtendedTime: false, []),
                Imports.Pin("k2", "739184265027")));
            // The control: a name that is meant to be there is found by the same search.
            Assert.Contains("CANARYNAME", Found("CANARYNAME"));
            AssertNoSecret();
            register.Imported(Imports.Set([Imports.Holder("k2")], Imports.Pin("k2", "739184265027")));
            Assert.Empty(Found("CANARYNAME"));
            AssertNoSecret();
        }

        AssertNoSecret();
    }

    [Fact]
    public void A_hundred_thousand_credentials_are_found_without_the_disk()
    {
        const int Count = 100_000;
        using var register = Imports.Open(Options);
        var holders = Enumerable.Range(0, Count).Select(i => Imports.Holder($"k{i}", unit: $"{i / 4}")).ToList();
        var cards = Enumerable.Range(0, Count).Select(i => Imports.Card($"k{i}", (uint)i)).ToArray();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        register.Imported(Imports.Set(holders, cards));
        var imported = watch.Elapsed;
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        watch.Restart();
        for (uint i = 0; i < Count; i++)
        {
            Assert.Single(register.FindByCard(Imports.Bits(i), 26));
        }

        var looked = watch.Elapsed;
        watch.Restart();
        Imports.Open(Options).Dispose();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Count} credentials: import {imported.TotalSeconds:f1} s, load {watch.Elapsed.TotalSeconds:f2} s, {memory / Count} bytes each in memory, {looked.TotalMicroseconds / Count:f1} us a look-up"));
    }

    private void AssertNoSecret()
    {
        foreach (var secret in new[] { "CANARYBITS", "7777123488889999", "77771234", "739184265027" })
        {
            Assert.Empty(Found(secret));
        }
    }

    private List<string> Found(string text)
    {
        byte[][] forms =
        [
            Encoding.UTF8.GetBytes(text),
            Encoding.Unicode.GetBytes(text),
            Encoding.UTF8.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text))),
            Encoding.UTF8.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(text))),
            Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=')),
        ];
        return [.. Directory.GetFiles(folder.Path).Where(file => forms.Any(form => Content(file).IndexOf(form) >= 0)).Select(_ => text)];
    }

    private static ReadOnlySpan<byte> Content(string file)
    {
        // Shared: closing a plain handle is harmless here, nobody relies on the locks of these connections during the search.
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
