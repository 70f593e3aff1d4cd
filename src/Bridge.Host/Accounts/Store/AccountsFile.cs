using System.Data.Common;
using System.Globalization;
using Bridge.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bridge.Host.Accounts.Store;

/// <summary>The file with the accounts: made whole or not at all, open to its owner alone, and left untouched when a newer version wrote it.</summary>
internal static class AccountsFile
{
    private const long KnownVersion = 1;

    public static string ConnectionString(string path) => new DbConnectionStringBuilder { ["Data Source"] = path, ["Foreign Keys"] = "True" }.ConnectionString;

    public static async Task<AccountsOpened> OpenAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            if (!File.Exists(path))
            {
                await CreateAsync(path, cancellationToken);
            }

            if (OwnerFile.Problem(path) is { } open)
            {
                return new AccountsOpened.Unusable(open);
            }

            await using var context = Context(path);
            return await VersionAsync(context, cancellationToken) switch
            {
                KnownVersion => new AccountsOpened.Open(),
                > KnownVersion and var newer => new AccountsOpened.TooNew(newer, KnownVersion),
                var other => new AccountsOpened.Unusable($"{path} has schema version {other}, which no version of this program wrote"),
            };
        }
        catch (Exception refused) when (refused is DbException or IOException or UnauthorizedAccessException or DbUpdateException)
        {
            return new AccountsOpened.Unusable(refused.Message);
        }
    }

    // Beside its place and then moved: a start that is cut short leaves no half of it.
    private static async Task CreateAsync(string path, CancellationToken cancellationToken)
    {
        var draft = path + ".new";
        foreach (var left in (string[])[draft, draft + "-wal", draft + "-shm"])
        {
            File.Delete(left);
        }

        OwnerFile.Create(draft, []);
        await using (var context = Context(draft))
        {
            await context.Database.EnsureCreatedAsync(cancellationToken);
            await context.Database.ExecuteSqlRawAsync(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {KnownVersion}"), cancellationToken);
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = DELETE", cancellationToken);
        }

        File.Move(draft, path, overwrite: false);
    }

    private static async Task<long> VersionAsync(AccountsContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    // Not pooled: a pooled connection would hold the draft open after it was moved.
    private static AccountsContext Context(string path) =>
        new(new DbContextOptionsBuilder<AccountsContext>().UseSqlite(ConnectionString(path) + ";Pooling=False").Options);
}
