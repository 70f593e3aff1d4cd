using Bridge.Host.Accounts;
using Bridge.Host.Api.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Host.Api.Endpoints;

/// <summary>The doors as they are, and everything live.</summary>
internal static class DoorEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/doors", (HttpContext context, DoorsTopic doors) => TypedResults.Ok(doors.Current(Viewer.Of(context.Caller(), Permission.SeeDoors)!)))
            .RequirePermission(Permission.SeeDoors);
        api.MapGet("/stream", IResult (HttpContext context, LiveStream stream, CancellationToken stop) => stream.HasAnythingFor(context.Caller())
            ? TypedResults.ServerSentEvents(stream.WatchAsync(context.Caller(), stop))
            : Answers.Forbidden("not-permitted", "Nothing on the stream is for your post.")).RequirePost();
    }
}
