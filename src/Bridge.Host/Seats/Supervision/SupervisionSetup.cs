using Bridge.Console.Supervision;
using Microsoft.Extensions.DependencyInjection;

namespace Bridge.Host.Seats.Supervision;

/// <summary>The supervisor's live pages, where the site has a desk.</summary>
internal static class SupervisionSetup
{
    public static void Register(IServiceCollection services) => services
        .AddSingleton<ModePicture>().AddSingleton<AlarmPicture>().AddSingleton<SupervisionPicture>().AddScoped<ActorNames>().AddScoped<ISupervision, SupervisionWindow>()
        .AddSingleton<HealthPicture>().AddScoped<IHealth, HealthWindow>().AddScoped<IDelivery, DeliveryWindow>();
}
