namespace Bridge.Host.Api.Endpoints;

internal sealed record SignInRequest(string Name, string Password);
