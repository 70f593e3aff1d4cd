namespace Bridge.Host.Api.Endpoints;

internal sealed record NewAccountRequest(string Name, string DisplayName, IReadOnlyList<PostView> Posts);
