using System.Globalization;
using System.Text;
using Bridge.Simulators.People;
using Microsoft.Data.Sqlite;

namespace Bridge.EndToEnd.Tests.Running;

/// <summary>
/// Registered cards that are shown once each, so that the credential's id in the journal says which read it was. Every fourth opens every door; the others are
/// blocked: they are read and journalled like any, and leave the lock alone.
/// </summary>
internal sealed class NumberedCards(int count)
{
    public const int OneOpenIn = 4;
    private const int Facility = 18;
    private readonly Dictionary<string, string> credentials = [];

    public static NumberedCards None { get; } = new(0);

    public IReadOnlyList<string> Open { get; } = [.. Numbers(count).Where(IsOpen).Select(Bits)];

    public IReadOnlyList<string> Blocked { get; } = [.. Numbers(count).Where(number => !IsOpen(number)).Select(Bits)];

    /// <summary>The ids in the register, by the bits of the cards; empty before <see cref="FindIn"/>.</summary>
    public IReadOnlyDictionary<string, string> Credentials => credentials;

    /// <summary>Rows for the residents' list.</summary>
    public string Rows()
    {
        var rows = new StringBuilder();
        foreach (var number in Numbers(count))
        {
            rows.Append(CultureInfo.InvariantCulture, $"card-{number},Card {number},,resident,26:{Facility}/{number},,everywhere,{(IsOpen(number) ? "" : "blocked")}\n");
        }

        return rows.ToString();
    }

    /// <summary>Reads the ids that the import gave them.</summary>
    public void FindIn(string register)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = register, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT substr(holder.key, 6), credential.id FROM credential JOIN holder ON holder.id = credential.holder WHERE holder.key LIKE 'card-%'";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            credentials.Add(Bits(int.Parse(reader.GetString(0), CultureInfo.InvariantCulture)), reader.GetString(1));
        }

        Assert.Equal(count, credentials.Count);
    }

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(1, count);

    private static bool IsOpen(int number) => number % OneOpenIn == 0;

    private static string Bits(int number) => Wiegand26.Bits(Facility, number);
}
