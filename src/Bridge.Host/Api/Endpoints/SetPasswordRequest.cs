namespace Bridge.Host.Api.Endpoints;

internal sealed record SetPasswordRequest(string Name, string Code, string Password);
