using Bridge.Host.Runtime;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bridge.Host.Api.Register;

/// <summary>The register in the API.</summary>
internal static class RegisterSetup
{
    public static void Register(IServiceCollection services) => services
        .AddSingleton<RegisterShelf>().AddSingleton<RegisterOffice>().AddSingleton<ClearanceOffice>().AddSingleton<RegisterImports>().AddSingleton<TourBookings>().AddHostedService<TourWatch>();

    public static void Map(IEndpointRouteBuilder api)
    {
        RegisterEndpoints.Map(api);
        ClearanceEndpoints.Map(api);
    }
}
