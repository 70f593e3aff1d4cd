using Bridge.Console.Desk;
using Bridge.Console.Seats;
using Bridge.Console.SignIn;
using Bridge.Host.Seats.Posts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bridge.Host.Seats;

/// <summary>What the pages of people with a post need, beside the doors.</summary>
internal static class PageSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddAuthentication(SessionScheme.Name).AddScheme<AuthenticationSchemeOptions, SessionScheme>(SessionScheme.Name, null);
        services.Configure<AntiforgeryOptions>(forms =>
        {
            forms.Cookie.Name = "accessbridge-form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddSingleton<PageGate>().AddSingleton<SeatNames>().AddScoped<ISignIn, PageSignIn>();
        Accounts.AccountSetup.Register(services);
        services.AddScoped<SeatHolder>().AddScoped<ISeat>(parts => parts.GetRequiredService<SeatHolder>()).AddScoped<ICallingSeat>(parts => parts.GetRequiredService<SeatHolder>());
    }

    /// <summary>Where the site has a desk.</summary>
    public static void RegisterDesk(IServiceCollection services)
    {
        services.AddScoped<DeskColleagues>().AddScoped<DeskCounter>().AddScoped<IDesk>(parts => parts.GetRequiredService<DeskCounter>()).AddSingleton<DeskPicture>().AddSingleton<DeskActs>();
        Posts.PostSetup.Register(services);
        Registers.RegisterPages.Register(services);
        Supervision.SupervisionSetup.Register(services);
    }
}
