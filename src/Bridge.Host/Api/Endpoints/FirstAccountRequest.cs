namespace Bridge.Host.Api.Endpoints;

internal sealed record FirstAccountRequest(string Code, string Name, string Password);
