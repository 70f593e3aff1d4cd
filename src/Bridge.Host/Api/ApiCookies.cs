using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Api;

/// <summary>
/// The two cookies. Over TLS they are bound to this host alone (__Host-); plain HTTP exists on the machine's own loopback only, where a browser would
/// not send a secure one.
/// </summary>
internal static class ApiCookies
{
    public const string Session = "accessbridge-session";
    public const string Desk = "accessbridge-desk";

    private static readonly TimeSpan DeskLife = TimeSpan.FromDays(400);

    public static string? Read(HttpContext context, string cookie) => context.Request.Cookies[Name(context, cookie)];

    public static void WriteSession(HttpContext context, string token) => context.Response.Cookies.Append(Name(context, Session), token, Options(context));

    public static void WriteDesk(HttpContext context, string token)
    {
        var options = Options(context);
        options.MaxAge = DeskLife;
        context.Response.Cookies.Append(Name(context, Desk), token, options);
    }

    public static void Delete(HttpContext context, string cookie) => context.Response.Cookies.Delete(Name(context, cookie), Options(context));

    private static string Name(HttpContext context, string cookie) => context.Request.IsHttps ? $"__Host-{cookie}" : cookie;

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        IsEssential = true,
    };
}
