using System.Security.Cryptography;
using System.Text;
using Bridge.Journal.Records;
using Bridge.Journal.Storage;

namespace Bridge.Journal.Tests.Records;

/// <summary>What is personal is sealed, under keys that are on disk before the row is.</summary>
public sealed class PersonVaultTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private JournalOptions Journal => new(folder.File("journal.db"), "tower");

    private PersonVaultOptions Options => new(folder.File("journal.db"), folder.File("person-keys.db"), "tower");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_sealed_person_is_opened_again_also_after_a_restart()
    {
        var draft = new PersonDraft(
            new PersonFields
            {
                Name = "王明", Organisation = "区消防大队", Phone = "13812345678", ClaimedName = "刘阳", HostName = "李建国", Purpose = "检查",
                Goods = "一箱", DocumentType = "执法证", DocumentLast4 = "12X4", Text = "\"quoted\" and \\",
            },
            RetentionClass.VisitorIdentity, Some.Morning);
        string id;
        using (var store = Some.Open(Journal))
        using (var vault = RecordSome.Vault(Options))
        {
            var person = vault.Seal(draft).Value();
            id = person.Id;
            store.Committed(new JournalBatch([Some.Entry(1)], [], null) { People = [person] });
            Assert.True(vault.Matches(id, person.Commitment).Value());
            Assert.False(vault.Matches(id, new byte[32]).Value());
        }

        using var again = RecordSome.Vault(Options);
        Assert.Equal(draft.Fields, Assert.IsType<PersonRead.Found>(again.Open(id).Value()).Fields);
        Assert.IsType<PersonRead.Missing>(again.Open("nobody").Value());
    }

    /// <summary>Killed between the key and the commit: a key of nothing, and never a row without one.</summary>
    [Fact]
    public void The_keys_are_on_disk_before_the_row_can_be_committed()
    {
        using var store = Some.Open(Journal);
        SealedPerson person;
        using (var vault = RecordSome.Vault(Options))
        {
            person = vault.Seal(RecordSome.Person("王明")).Value();
            File.Copy(Options.Keys, folder.File("cut.db"));
            File.Copy(Options.Keys + "-wal", folder.File("cut.db-wal"));
        }

        Assert.Equal(1, RawFile.Scalar(folder.File("cut.db"), "SELECT count(*) FROM person_key"));
        using var after = RecordSome.Vault(Options);
        Assert.IsType<PersonRead.Missing>(after.Open(person.Id).Value());
        Assert.Equal(0, RawFile.Scalar(Journal.Path, "SELECT count(*) FROM person"));
    }

    [Theory]
    [InlineData("UPDATE person SET sealed = (SELECT sealed FROM person WHERE id <> 'x' ORDER BY rowid DESC LIMIT 1)", "another row's content")]
    [InlineData("UPDATE person SET sealed = x'00'", "too short")]
    [InlineData("UPDATE person SET sealed = zeroblob(80)", "another content")]
    public void What_was_altered_does_not_open(string sql, string why)
    {
        using var store = Some.Open(Journal);
        using var vault = RecordSome.Vault(Options);
        var people = vault.Seal([RecordSome.Person("王明"), RecordSome.Person("李丽")]).Value();
        store.Committed(new JournalBatch([Some.Entry(1)], [], null) { People = people });
        RawFile.Execute(Journal.Path, sql);
        Assert.True(vault.Open(people[0].Id).Value() is PersonRead.Damaged, why);
    }

    [Fact]
    public void Nothing_of_the_person_stands_in_the_files()
    {
        using var store = Some.Open(Journal);
        using var vault = RecordSome.Vault(Options);
        store.Committed(new JournalBatch([Some.Entry(1)], [], null) { People = [vault.Seal(RecordSome.Person("王明")).Value()] });
        foreach (var file in Directory.GetFiles(folder.Path).Where(name => !name.EndsWith(".lock", StringComparison.Ordinal)))
        {
            Assert.True(ReadShared(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes("王明")) < 0, file);
        }
    }

    [Theory]
    [InlineData("王明", "王*", "two characters")]
    [InlineData("欧阳文静", "欧*", "as many stars as for a short name")]
    [InlineData("John Smith", "J***", "Latin letters")]
    [InlineData("", "", "nothing")]
    [InlineData(null, null, "not asked")]
    public void A_name_is_covered(string? name, string? shown, string why) => Assert.True(PersonMask.Name(name) == shown, why);

    [Theory]
    [InlineData("13812345678", "138****5678", "a mobile")]
    [InlineData("+86 138 1234 5678", "861****5678", "with its country")]
    [InlineData("83456789", "****", "so short that half of it would be it")]
    [InlineData(null, null, "not asked")]
    public void A_number_is_covered(string? phone, string? shown, string why) => Assert.True(PersonMask.Phone(phone) == shown, why);

    [Theory]
    [InlineData("探访", "探访", "of the form's own list")]
    [InlineData("Delivery ", "Delivery ", "the same in English")]
    [InlineData("visits Mr. Quillfeather", "****", "typed: it names somebody")]
    [InlineData("=cmd|calc", "****", "typed")]
    [InlineData(null, null, "not asked")]
    public void A_purpose_is_shown_when_it_is_nobodys_words(string? purpose, string? shown, string why) => Assert.True(PersonMask.Purpose(purpose) == shown, why);

    [Fact]
    public void A_list_gets_covered_fields_and_full_ones_have_to_be_asked_for()
    {
        using var store = Some.Open(Journal);
        using var vault = RecordSome.Vault(Options);
        var person = vault.Seal(RecordSome.Person("王明")).Value();
        store.Committed(new JournalBatch([Some.Entry(1)], [], null) { People = [person] });
        var covered = Assert.IsType<PersonRead.Found>(vault.Masked(person.Id).Value()).Fields;
        Assert.Equal(("王*", "138****5678", "探访"), (covered.Name, covered.Phone, covered.Purpose));
        var disclosure = new Disclosure(person.Id, "supervisor-1", "complaint", ToAuditor: false);
        Assert.Equal("王明", Assert.IsType<PersonRead.Found>(vault.Unmask(disclosure).Value()).Fields.Name);
        Assert.Equal($$"""{"actor":"supervisor-1","person":"{{person.Id}}","reason":"complaint","toAuditor":false}""", disclosure.EntryBody);
    }

    [Fact]
    public void Files_of_another_site_or_a_newer_version_or_open_to_others_are_refused()
    {
        RecordSome.Vault(Options).Dispose();
        Assert.IsType<PersonVaultOpened.Unusable>(PersonVault.Open(Options with { Site = "annex" }, Some.Time()));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Options.Keys));
            File.SetUnixFileMode(Options.Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            Assert.IsType<PersonVaultOpened.Unusable>(PersonVault.Open(Options, Some.Time()));
            File.SetUnixFileMode(Options.Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        RawFile.Execute(Options.Keys, "PRAGMA user_version = 99");
        var before = SHA256.HashData(File.ReadAllBytes(Options.Keys));
        Assert.Equal(new PersonVaultOpened.TooNew(99, Migrations.Keys.Version), PersonVault.Open(Options, Some.Time()));
        Assert.Equal(before, SHA256.HashData(File.ReadAllBytes(Options.Keys)));
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
    }
}
