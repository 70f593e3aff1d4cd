using Microsoft.AspNetCore.Builder;

namespace Bridge.Console.Posts.Patrol;

/// <summary>What lets the patrol's page be installed on a phone: its worker lies with the other files and may look after that one page only.</summary>
public static class PatrolInstall
{
    private const string Worker = "/_content/Bridge.Console/patrol-worker.js";

    public static IApplicationBuilder UsePatrolInstall(this IApplicationBuilder application) => application.Use((context, next) =>
    {
        if (context.Request.Path == Worker)
        {
            context.Response.Headers["Service-Worker-Allowed"] = "/patrol";
        }

        return next(context);
    });
}
