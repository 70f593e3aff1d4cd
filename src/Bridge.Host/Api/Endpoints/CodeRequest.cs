namespace Bridge.Host.Api.Endpoints;

internal sealed record CodeRequest(string Code);
