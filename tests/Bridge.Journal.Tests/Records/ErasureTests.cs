using Bridge.Journal.Records;
using Bridge.Journal.Storage;

namespace Bridge.Journal.Tests.Records;

/// <summary>Erasing a person: nothing is left of him, and the chain is what it was.</summary>
public sealed class ErasureTests(ITestOutputHelper output) : IDisposable
{
    private const int Many = 10_000;

    private static readonly string[] Canaries = ["司徒寻觅者", "13577990246", "Canary Wharfinger", "翡翠鸟市场部", "9Q7XKW3Z"];

    private readonly TemporaryFolder folder = new();

    private JournalOptions Journal => new(folder.File("journal.db"), "tower");

    private PersonVaultOptions Options => new(folder.File("journal.db"), folder.File("person-keys.db"), "tower");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void One_of_ten_thousand_is_erased_without_a_trace_and_the_chain_verifies()
    {
        using var store = Some.Open(Journal);
        using var vault = RecordSome.Vault(Options);
        var canary = new PersonFields { Name = Canaries[0], Phone = Canaries[1], ClaimedName = Canaries[2], Organisation = Canaries[3], DocumentLast4 = Canaries[4] };
        var people = vault.Seal(
            [.. Enumerable.Range(0, Many).Select(number => new PersonDraft(number == Many / 2 ? canary : new PersonFields { Name = $"访客{number}" },
                RetentionClass.VisitorIdentity, Some.Morning) { Subject = number == Many / 2 ? "subject-1" : null })]).Value();
        foreach (var chunk in people.Chunk(1000))
        {
            store.Committed(new JournalBatch([.. chunk.Select((person, index) => Entry(index, person))], [], null) { People = chunk });
        }

        var erased = people[Many / 2];
        var keys = Key(erased.Id);
        var head = new JournalHead(store.Head, store.HeadHash.ToArray());
        // The position of the row and of its keys in the files is known to be searched: before the erasure both are found there.
        Assert.True(Contains(erased.Content.Span.ToArray()) && keys.All(Contains), "the scan does not see what is there");

        Assert.Equal(new Erasure(1, 0, LogEmptied: true), vault.EraseSubject("subject-1").Value());

        Assert.IsType<PersonRead.Erased>(vault.Open(erased.Id).Value());
        Assert.Equal("访客0", Assert.IsType<PersonRead.Found>(vault.Open(people[0].Id).Value()).Fields.Name);
        Assert.Empty(Traces.Find(folder.Path, Canaries));
        output.WriteLine($"{Canaries.Length} texts of one of {Many} people in {Writings.All.Count} writings: 0 found in {Directory.GetFiles(folder.Path).Length} files after the erasure");
        Assert.False(Contains(erased.Content.Span.ToArray()), "the ciphertext is still in a file");
        Assert.DoesNotContain(keys, Contains);
        Assert.Equal(0, RawFile.Scalar(Journal.Path, "SELECT count(*) FROM person_subject"));
        Assert.Equal(Many, Assert.IsType<JournalVerified.Intact>(JournalVerifier.Verify(Journal.Path, head, TestContext.Current.CancellationToken)).Rows);
        Assert.False(vault.Matches(erased.Id, erased.Commitment).Value());
    }

    /// <summary>The scan is worth something: what is not erased and not sealed it finds, however it is written.</summary>
    [Fact]
    public void A_name_that_was_written_in_clear_is_found()
    {
        using var store = Some.Open(Journal);
        store.Committed(new JournalBatch([Some.Entry(1) with { Body = $$"""{"name":"{{Canaries[0]}}"}""" }], [], null));
        Assert.NotEmpty(Traces.Find(folder.Path, Canaries));
        foreach (var writing in Writings.All)
        {
            var file = folder.File("control");
            File.WriteAllBytes(file, [0, 0, .. writing.Of(Canaries[2]), 0]);
            Assert.Contains(Traces.Find(folder.Path, [Canaries[2]]), found => found == $"control: {writing}");
        }
    }

    /// <summary>Killed before each step: from the second on the person cannot be read, and the next start finishes it.</summary>
    [Theory]
    [InlineData("keys", true, "nothing was done yet")]
    [InlineData("rows", false, "the keys are gone")]
    [InlineData("keys log", false, "the row is gone as well")]
    [InlineData("journal log", false, "all but the log")]
    public void An_erasure_that_was_cut_short_is_finished(string step, bool readable, string why)
    {
        using var store = Some.Open(Journal);
        SealedPerson person;
        using (var dying = RecordSome.Vault(Options with { Before = name => Die(name == step) }))
        {
            person = dying.Seal(RecordSome.Person("王明")).Value();
            store.Committed(new JournalBatch([Some.Entry(1)], [], null) { People = [person] });
            Assert.Throws<InvalidOperationException>(() => dying.Erase([person.Id]));
        }

        using var vault = RecordSome.Vault(Options);
        Assert.True(vault.Open(person.Id).Value() is PersonRead.Found == readable, why);
        vault.Settle();
        vault.Erase([person.Id]);
        Assert.IsType<PersonRead.Erased>(vault.Open(person.Id).Value());
        Assert.Equal(0, RawFile.Scalar(Journal.Path, "SELECT count(*) FROM person"));
        Assert.Equal(0, vault.Settle().Value());
    }

    [Fact]
    public void Whichever_file_is_restored_from_a_backup_is_cleaned_by_the_other()
    {
        SealedPerson person;
        using (var store = Some.Open(Journal))
        using (var vault = RecordSome.Vault(Options))
        {
            person = vault.Seal(RecordSome.Person("王明")).Value();
            store.Committed(new JournalBatch([Some.Entry(1)], [], null) { People = [person] });
        }

        foreach (var file in new[] { Options.Journal, Options.Keys })
        {
            File.Copy(file, file + ".backup");
        }

        foreach (var restored in new[] { Options.Journal, Options.Keys })
        {
            using (var vault = RecordSome.Vault(Options))
            {
                vault.Erase([person.Id]);
            }

            File.Copy(restored + ".backup", restored, overwrite: true);
            using var after = RecordSome.Vault(Options);
            Assert.Equal(1, after.Settle().Value());
            Assert.IsType<PersonRead.Erased>(after.Open(person.Id).Value());
            Assert.Equal(0, RawFile.Scalar(Options.Journal, "SELECT count(*) FROM person"));
            Assert.Equal(0, RawFile.Scalar(Options.Keys, "SELECT count(*) FROM person_key"));
        }
    }

    [Fact]
    public void Somebody_who_was_never_here_gets_the_answer_of_somebody_erased_before()
    {
        using var store = Some.Open(Journal);
        using var vault = RecordSome.Vault(Options);
        var person = vault.Seal(RecordSome.Person("王明")).Value();
        store.Committed(new JournalBatch([Some.Entry(1)], [], null) { People = [person] });
        var first = vault.Erase([person.Id]).Value();
        Assert.Equal(first, vault.Erase([person.Id]).Value());
        Assert.Equal(first, vault.Erase(["nobodywhowaseverhere"]).Value());
        Assert.Equal("""{"actor":"office-1","count":1,"ground":"request"}""", first.EntryBody("request", "office-1"));
    }

    [Fact]
    public void What_is_kept_for_a_law_is_not_erased_and_shown_to_an_auditor_alone()
    {
        var time = Some.Time();
        using var store = Some.Open(Journal);
        using var vault = RecordSome.Vault(Options, time);
        var person = vault.Seal(RecordSome.Person("王明")).Value();
        store.Committed(new JournalBatch([Some.Entry(1)], [], null) { People = [person] });
        Assert.Equal(1, vault.Restrict([person.Id], Some.Morning.AddDays(90)).Value());
        Assert.Equal(new Erasure(1, 1, LogEmptied: true), vault.Erase([person.Id]).Value());
        Assert.IsType<PersonRead.Restricted>(vault.Masked(person.Id).Value());
        Assert.IsType<PersonRead.Restricted>(vault.Unmask(new Disclosure(person.Id, "supervisor-1", "curious", ToAuditor: false)).Value());
        Assert.IsType<PersonRead.Found>(vault.Unmask(new Disclosure(person.Id, "auditor-1", "case 7", ToAuditor: true)).Value());
        time.Advance(TimeSpan.FromDays(91));
        Assert.Equal(1, vault.Expire(RetentionLimits.China, 10).Value().Asked);
    }

    [Fact]
    public void A_key_whose_commit_never_came_goes_after_a_week_and_not_before()
    {
        var time = Some.Time();
        using var store = Some.Open(Journal);
        using var vault = RecordSome.Vault(Options, time);
        vault.Seal(RecordSome.Person("王明")).Value();
        time.Advance(TimeSpan.FromDays(6));
        vault.Settle();
        Assert.Equal(1, RawFile.Scalar(Options.Keys, "SELECT count(*) FROM person_key"));
        time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, vault.Settle().Value());
        Assert.Equal(0, RawFile.Scalar(Options.Keys, "SELECT count(*) FROM person_key"));
    }

    private static void Die(bool now)
    {
        if (now)
        {
            throw new InvalidOperationException("killed");
        }
    }

    private static JournalEntry Entry(int number, SealedPerson person) => Some.Entry(number) with
    {
        Body = $$"""{"commit":"{{Convert.ToHexStringLower(person.Commitment.Span)}}","person":"{{person.Id}}"}""",
    };

    private byte[][] Key(string id)
    {
        using var raw = RawFile.Connect(Options.Keys);
        using var row = new Statement(raw, "SELECT dk, ck FROM person_key WHERE id = ?");
        Assert.True(row.Bind(1, id).Step());
        return [row.Bytes(0).ToArray(), row.Bytes(1).ToArray()];
    }

    // A long content may be cut by a page's end: its beginning is whole.
    private bool Contains(byte[] bytes) => Directory.GetFiles(folder.Path)
        .Where(name => !name.EndsWith(".lock", StringComparison.Ordinal))
        .Any(name =>
        {
            using var file = new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var content = new byte[file.Length];
            file.ReadExactly(content);
            return content.AsSpan().IndexOf(bytes.AsSpan(0, Math.Min(bytes.Length, 32))) >= 0;
        });
}
