using Bridge.Console.Registers;
using Bridge.Console.Registers.Cards;
using Microsoft.Extensions.DependencyInjection;

namespace Bridge.Host.Seats.Registers;

/// <summary>The pages of the register and its cards.</summary>
internal static class RegisterPages
{
    public static void Register(IServiceCollection services) => services
        .AddSingleton<CardParts>().AddSingleton<RegisterParts>().AddSingleton<RegisterColumns>()
        .AddScoped<ICardOffice, CardWindow>().AddScoped<IRegisterOffice, RegisterWindow>().AddScoped<IRegisterHistory, HistoryWindow>();
}
