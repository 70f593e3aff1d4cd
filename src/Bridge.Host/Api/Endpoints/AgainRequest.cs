namespace Bridge.Host.Api.Endpoints;

internal sealed record AgainRequest(string Password);
