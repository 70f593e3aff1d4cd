using System.Threading.RateLimiting;
using Bridge.Host.Accounts;
using Bridge.Host.Api.Endpoints;
using Bridge.Host.Api.Live;
using Bridge.Host.Seats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bridge.Host.Api;

/// <summary>The API: what it is made of, what stands before it, and which endpoints it has.</summary>
public static class ApiShell
{
    public const string Root = "/api/v1";

    internal const string SignInLimit = Bridge.Console.SignIn.SignInLimit.Name;
    private const int SignInsAMinute = 60;

    public static void Register(IServiceCollection services, AccountsOptions options)
    {
        AccountsSetup.Register(services, options);
        services.TryAddSingleton(LobbyDoors.One);
        services.AddSingleton<PostPresence>().AddSingleton<ApiGate>().AddSingleton<ApiFaults>().AddSingleton<Idempotency>().AddSingleton<IdempotencyBook>();
        services.AddSingleton<DoorsTopic>().AddSingleton<ILiveTopic>(parts => parts.GetRequiredService<DoorsTopic>()).AddSingleton<LiveStream>();
        services.ConfigureHttpJsonOptions(json => ApiJson.Apply(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.Configure<ForwardedHeadersOptions>(proxy => proxy.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddOpenApi("openapi", document => document.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) ?? false);
        services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(SignInLimit, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "local",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = SignInsAMinute, Window = TimeSpan.FromMinutes(1) }));
            limiter.OnRejected = async (rejected, _) => await TooManyAsync(rejected.HttpContext);
        });
    }

    /// <summary>The group to which others add their endpoints; each names its permission.</summary>
    public static RouteGroupBuilder Map(WebApplication application)
    {
        application.UseForwardedHeaders();
        application.UseWhen(context => IsApi(context) || PageGate.IsForm(context.Request), limited => limited.UseRateLimiter());
        application.UseWhen(IsApi, api =>
        {
            api.Use(next => context => context.RequestServices.GetRequiredService<ApiFaults>().RunAsync(context, next));
            api.Use(next => context => context.RequestServices.GetRequiredService<ApiGate>().RunAsync(context, next));
            api.Use(next => context => context.RequestServices.GetRequiredService<Idempotency>().RunAsync(context, next));
        });
        application.MapOpenApi("/api/v1/{documentName}.json").SignedIn();
        var group = application.MapGroup(Root);
        SessionEndpoints.Map(group);
        SecondFactorEndpoints.Map(group);
        AccountEndpoints.Map(group);
        PasswordEndpoints.Map(group);
        DeskEndpoints.Map(group);
        ClientEndpoints.Map(group);
        DoorEndpoints.Map(group);
        return group;
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    private static async Task TooManyAsync(HttpContext context)
    {
        if (IsApi(context))
        {
            await Answers.Problem(StatusCodes.Status429TooManyRequests, "too-many-requests", "Too many attempts; wait a minute.").ExecuteAsync(context);
            return;
        }

        PageGate.TurnBack(context, "too-many");
    }
}
