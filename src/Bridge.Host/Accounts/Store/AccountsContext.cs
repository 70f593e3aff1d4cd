using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Bridge.Host.Accounts.Store;

/// <summary>The accounts' own file: people who sign in, desks, other systems. Apart from the journal and the register.</summary>
public sealed class AccountsContext(DbContextOptions<AccountsContext> options) : IdentityUserContext<Account>(options)
{
    public DbSet<DeskRow> Desks => Set<DeskRow>();

    public DbSet<ClientRow> Clients => Set<ClientRow>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>().HasMany(account => account.Posts).WithOne().HasForeignKey(post => post.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.Entity<PostRow>().Property(post => post.Role).HasConversion<string>();
        builder.Entity<DeskRow>().HasIndex(desk => desk.TokenDigest).IsUnique();
        builder.Entity<ClientRow>().HasIndex(client => client.TokenDigest).IsUnique();
    }
}
