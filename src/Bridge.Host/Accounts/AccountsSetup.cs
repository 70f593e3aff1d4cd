using Bridge.Host.Accounts.Clients;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Accounts.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridge.Host.Accounts;

/// <summary>Puts the accounts' parts into the container.</summary>
internal static class AccountsSetup
{
    public const int ShortestPassword = 12;

    public static void Register(IServiceCollection services, AccountsOptions options)
    {
        services.AddSingleton(options).AddSingleton<AccountsGate>().AddSingleton<FirstEnrolment>().AddSingleton<SecurityLog>();
        services.AddSingleton<SessionFile>().AddSingleton<SessionBook>().AddSingleton<DeskBook>().AddSingleton<ClientBook>().AddSingleton<FailureBook>();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>().AddSingleton<PasswordGate>();
        services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = options.PasswordRounds);
        services.AddScoped<Credentials>().AddScoped<AccountAdministration>().AddScoped<DemoUsers>().AddScoped<SessionReturn>().AddScoped<SigningIn>().AddScoped<PasswordCodes>();
        services.AddDbContext<AccountsContext>(context => context.UseSqlite(AccountsFile.ConnectionString(options.Database)));
        services.AddIdentityCore<Account>(identity =>
        {
            identity.Password.RequiredLength = ShortestPassword;
            identity.Password.RequireDigit = false;
            identity.Password.RequireLowercase = false;
            identity.Password.RequireUppercase = false;
            identity.Password.RequireNonAlphanumeric = false;
            identity.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._@";
        }).AddEntityFrameworkStores<AccountsContext>();
        services.AddHostedService<AccountsOpening>();
        services.AddHostedService<SessionSweep>();
    }
}
