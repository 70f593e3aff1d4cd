namespace Bridge.Host.Tests.Api;

/// <summary>Somebody with an account.</summary>
/// <param name="Key">The authenticator's, in base32.</param>
internal sealed record Person(string Id, string Name, string Key);
