using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Storage;

/// <summary>
/// The numbered SQL files of one kind of database. Version n of a file is what scripts 1..n make; the number stands in <c>user_version</c> and the
/// kind in <c>application_id</c>.
/// </summary>
internal sealed class Migrations(int applicationId, IReadOnlyList<string> scripts)
{
    /// <summary>"ABJ1"</summary>
    public static Migrations Journal { get; } = Embedded(0x41424A31, "Journal");

    /// <summary>"ABR1"</summary>
    public static Migrations Register { get; } = Embedded(0x41425231, "Register");

    /// <summary>"ABK1"</summary>
    public static Migrations Keys { get; } = Embedded(0x41424B31, "Keys");

    public int ApplicationId { get; } = applicationId;

    public int Version => scripts.Count;

    /// <summary>Brings a file to <paramref name="target"/> in one transaction, together with what <paramref name="initialise"/> writes.</summary>
    public void Apply(SqliteConnection connection, int target, Action<SqliteConnection>? initialise)
    {
        connection.Execute("BEGIN IMMEDIATE");
        // Read again inside the transaction: another process may have migrated meanwhile.
        for (var version = connection.Scalar("PRAGMA user_version"); version < target; version++)
        {
            connection.Execute(scripts[(int)version]);
        }

        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {target}"));
        initialise?.Invoke(connection);
        connection.Execute("COMMIT");
    }

    private static Migrations Embedded(int applicationId, string kind)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var names = assembly.GetManifestResourceNames()
            .Where(name => name.Replace('\\', '/').StartsWith($"Schema/{kind}/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return new Migrations(applicationId, [.. names.Select(name => Text(assembly, name))]);
    }

    private static string Text(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
