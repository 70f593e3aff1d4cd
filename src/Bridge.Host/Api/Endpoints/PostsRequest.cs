namespace Bridge.Host.Api.Endpoints;

internal sealed record PostsRequest(IReadOnlyList<PostView> Posts);
