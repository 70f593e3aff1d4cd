using System.Text.Json;
using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Register;

/// <summary>All credentials in memory, in the order of their digests, and never changed: a look-up touches no disk and waits for nobody.</summary>
internal sealed class RegisterIndex
{
    private readonly CredentialDigest[] digests;
    private readonly RegisteredCredential[] credentials;

    private RegisterIndex(CredentialDigest[] digests, RegisteredCredential[] credentials)
    {
        this.digests = digests;
        this.credentials = credentials;
    }

    public static RegisterIndex Empty { get; } = new([], []);

    public int Count => digests.Length;

    public static RegisterIndex Load(SqliteConnection connection)
    {
        var count = (int)connection.Scalar("SELECT count(*) FROM credential");
        var digests = new List<CredentialDigest>(count);
        var credentials = new List<RegisteredCredential>(count);
        var holders = new Dictionary<string, string>(StringComparer.Ordinal);
        var levels = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        using var rows = new Statement(
            connection,
            "SELECT hmac, id, holder, kind, valid_from, valid_until, disabled, duress, extended_time, access_levels FROM credential ORDER BY hmac, holder");
        while (rows.Step())
        {
            digests.Add(CredentialDigest.From(rows.Bytes(0)));
            credentials.Add(new RegisteredCredential(
                rows.Text(1),
                Shared(holders, rows.Text(2), text => text),
                (RegisteredKind)rows.Long(3),
                Time(rows, 4),
                Time(rows, 5),
                (DisabledReason)rows.Long(6),
                rows.Long(7) != 0,
                rows.Long(8) != 0,
                Shared(levels, rows.Text(9), Levels)));
        }

        return new RegisterIndex([.. digests], [.. credentials]);
    }

    public IReadOnlyList<RegisteredCredential> Find(CredentialDigest digest)
    {
        var found = Array.BinarySearch(digests, digest);
        if (found < 0)
        {
            return [];
        }

        var first = found;
        while (first > 0 && digests[first - 1] == digest)
        {
            first--;
        }

        var after = found + 1;
        while (after < digests.Length && digests[after] == digest)
        {
            after++;
        }

        return credentials[first..after];
    }

    public static IReadOnlyList<string> Levels(string json) => JsonSerializer.Deserialize<string[]>(json) ?? [];

    private static DateTimeOffset? Time(Statement rows, int column) => rows.IsNull(column) ? null : Timestamps.FromTicks(rows.Long(column));

    // Holders have several credentials and most credentials the same few levels: one object for all of them.
    private static T Shared<T>(Dictionary<string, T> known, string text, Func<string, T> make)
    {
        if (!known.TryGetValue(text, out var value))
        {
            value = make(text);
            known.Add(text, value);
        }

        return value;
    }
}
