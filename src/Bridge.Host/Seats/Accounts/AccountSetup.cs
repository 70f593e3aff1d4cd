using Bridge.Console.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Bridge.Host.Seats.Accounts;

/// <summary>The administrator's pages.</summary>
internal static class AccountSetup
{
    public static void Register(IServiceCollection services) => services
        .AddSingleton<AccountActs>().AddSingleton<EnrolmentParts>().AddScoped<BookWindow>()
        .AddScoped<IAccountOffice, AccountWindow>().AddScoped<IDeskEnrolment, DeskEnrolment>();
}
