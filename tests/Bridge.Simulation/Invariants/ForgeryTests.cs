using Bridge.Invariants;
using Bridge.Policy;
using Bridge.Simulation.Explanations;
using Bridge.Simulation.Lives;
using Microsoft.Data.Sqlite;

namespace Bridge.Simulation.Invariants;

/// <summary>Each question finds the journal that was doctored for it, and nothing in the same journal before.</summary>
public sealed class ForgeryTests(ITestOutputHelper output)
{
    private const string AKey = "(SELECT sequence FROM entry WHERE kind = 'AccessGranted' AND json_extract(body, '$.Admission.Case') IS NOT NULL AND body NOT LIKE '%once more%' ORDER BY sequence LIMIT 1)";
    private const string Another = "(SELECT sequence FROM entry WHERE kind = 'AccessGranted' AND json_extract(body, '$.Admission.Case') IS NOT NULL AND body NOT LIKE '%once more%' ORDER BY sequence LIMIT 1 OFFSET 1)";
    private const string Released = "(SELECT sequence FROM entry WHERE kind = 'LockReleased' AND json_extract(body, '$.Access') IS NOT NULL ORDER BY sequence LIMIT 1)";
    private const string Last = "(SELECT max(sequence) FROM entry)";
    private const string Tail = "occurred_at, occurred_offset, recorded_at, elapsed, door, correlation, body, unjournalled, hash FROM entry WHERE sequence = ";

    /// <summary>The question, what is done to the file, and why somebody could.</summary>
    public static TheoryData<string, string, string> Forgeries => new()
    {
        { "grant-without-press", $"UPDATE entry SET kind = 'ContactSensed', body = '{{}}' WHERE sequence = {AKey} - 1 AND origin = 1;"
            + $"UPDATE entry SET origin = 1, kind = 'Tick', body = '{{}}' WHERE sequence = {AKey} - 1", "a door opens because something else happened" },
        { "grant-without-evidence", $"UPDATE entry SET body = json_remove(body, '$.Admission.Evidence') WHERE sequence = {AKey}", "a grant cites nothing" },
        { "grant-without-evidence", $"UPDATE entry SET body = json_set(body, '$.Admission.Case', 4711) WHERE sequence = {AKey}", "a grant cites another case's evidence" },
        { "grant-without-evidence", "UPDATE entry SET body = json_set(body, '$.Admission.EvidenceKind', 'LikenessAgrees') WHERE kind = 'EvidenceGiven'",
            "what there is does not fill a row of the matrix" },
        { "evidence-used-twice", "UPDATE entry SET body = json_set(body, '$.Admission.Evidence', (SELECT json_extract(body, '$.Admission.Evidence') FROM entry "
            + $"WHERE sequence = {AKey})) WHERE sequence = {Another}; DELETE FROM entry WHERE kind IN ('ReleaseRefused', 'ReleaseNotSent')", "one yes opens for two" },
        { "access-granted-twice", "UPDATE entry SET body = json_set(body, '$.Access', (SELECT json_extract(body, '$.Access') FROM entry "
            + $"WHERE sequence = {AKey})) WHERE sequence = {Another}", "a number is given again" },
        { "opened-once-too-often", $"UPDATE entry SET body = json_set(body, '$.Detail', 'opened once more') WHERE sequence = {AKey}", "a second opening without a first" },
        { "outcome-without-grant", $"DELETE FROM entry WHERE sequence = {AKey}", "the grant is taken out" },
        { "outcome-without-grant", $"INSERT INTO entry SELECT {Last} + 1, epoch, origin, kind, {Tail}{Released}", "one access, two releases" },
        { "evidence-too-old", $"UPDATE entry SET elapsed = elapsed + 36000000000 WHERE sequence = {AKey}", "the key is pressed an hour later" },
        { "evidence-too-old", $"UPDATE entry SET kind = 'EvidenceVoided' WHERE sequence = {AKey} - 1; "
            + $"UPDATE entry SET origin = 2, kind = 'EvidenceVoided', body = (SELECT body FROM entry WHERE sequence = {AKey}) WHERE sequence = {AKey} - 2", "what was withdrawn opens" },
        { "wrong-door", $"UPDATE entry SET door = 'stairs' WHERE sequence = {AKey}", "another door than the case's" },
        { "wrong-door", $"UPDATE entry SET door = 'stairs' WHERE sequence = {Released}", "another door than the grant's" },
        { "sequence-gap", "DELETE FROM entry WHERE sequence = 7", "an entry is taken out" },
        { "sequence-gap", "DELETE FROM entry WHERE sequence = 1", "the first is taken out" },
        { "sequence-gap", $"UPDATE entry SET epoch = 2 WHERE sequence = {Last}", "an epoch that was never begun" },
        { "chain-broken", "UPDATE entry SET body = body || ' ' WHERE sequence = 12", "a body is another" },
        { "chain-broken", "UPDATE entry SET door = NULL WHERE sequence = 12", "a field is empty" },
        { "chain-broken", "UPDATE entry SET recorded_at = recorded_at + 1 WHERE sequence = 1", "the first row's time is another" },
        { "outbox-hole", "DELETE FROM outbox WHERE id = 9", "a message is closed before an earlier one" },
        { "outbox-hole", "UPDATE outbox SET sequence = 1000000 WHERE id = 9", "a message of an entry that is not there" },
        { "time-line-goes-back", "UPDATE entry SET elapsed = elapsed - 1 WHERE sequence = 3", "the time line goes back" },
        { "clock-doubt-untold", "UPDATE entry SET body = json_set(body, '$.At.NotBefore', '2026-03-10T09:00:00+08:00') WHERE sequence = "
            + "(SELECT sequence FROM entry WHERE origin = 1 AND kind = 'CaseActed' LIMIT 1)", "a step of the clock without its entry" },
        { "person-kept-too-long", "INSERT INTO person VALUES ('p-1', 1, 1, 0, NULL, x'00')", "a visitor's name since 1970" },
        { "person-kept-too-long", "INSERT INTO person VALUES ('p-1', 1, 3, 864000000000 * 20000, NULL, x'00'); INSERT INTO person_erased VALUES ('p-1', 0)", "he was erased, and is there" },
        { "record-number-gap", "DELETE FROM record WHERE running = 2", "a line is taken out of the book" },
        { "record-number-gap", "UPDATE record_month SET last = 1", "numbers are to be given again" },
    };

    [Theory, MemberData(nameof(Forgeries))]
    public void AForgedJournalIsFound(string invariant, string forgery, string why)
    {
        using var folder = new LifeFolder();
        DeskJournal.Write(3, BuildingPolicy.Decide, folder.Journal);
        Execute(folder.Journal, string.Join(';', Enumerable.Range(1, 3).Select(Line)));
        var now = DateTimeOffset.UnixEpoch.AddDays(20_001);
        Assert.Empty(JournalInvariants.Check(folder.Journal, now).Violations);
        Execute(folder.Journal, forgery);
        var found = JournalInvariants.Check(folder.Journal, now).Violations;
        output.WriteLine($"{why}: {string.Join(", ", found.Select(one => one.Invariant).Distinct())}");
        Assert.Contains(found, one => one.Invariant == invariant);
    }

    [Theory]
    [InlineData("PersonUnmasked", false, "who looked at a person")]
    [InlineData("PersonErased", false, "who forgot people")]
    [InlineData("PersonRestricted", false, "who kept people from being seen")]
    [InlineData("ErasureDeclined", false, "who declined to forget")]
    [InlineData("RecordsExported", false, "who took records along")]
    [InlineData("DoorOpened", true, "the control: an event that somebody has to be told")]
    public void ANoteForTheJournalAloneLeavesNoHole(string kind, bool isHole, string why)
    {
        using var folder = new LifeFolder();
        DeskJournal.Write(3, BuildingPolicy.Decide, folder.Journal);
        Execute(folder.Journal, $"INSERT INTO entry SELECT {Last} + 1, epoch, 2, '{kind}', {Tail}{Last}");
        var found = JournalInvariants.Check(folder.Journal, DateTimeOffset.UnixEpoch.AddDays(20_001)).Violations;
        Assert.True(found.Any(one => one.Invariant == "outbox-hole") == isHole, why);
    }

    [Fact]
    public void EveryInvariantHasAForgery() =>
        Assert.Equal(JournalInvariants.Names, Forgeries.Select(row => row.Data.Item1).Distinct().Order(StringComparer.Ordinal));

    private static string Line(int running) =>
        "INSERT INTO record (form, month, running, sequence, lobby, author, late, retention, created_at, created_offset, category) "
        + $"VALUES (1, 202603, {running}, 1, 'A', 'desk-1', 0, 1, 0, 480, 'visitor')";

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
