namespace Bridge.Host.Api.Endpoints;

/// <summary>Shown once, for the authenticator.</summary>
/// <param name="Key">Base32.</param>
/// <param name="Uri">The same as a QR code holds it.</param>
internal sealed record AuthenticatorKeyView(string Key, string Uri);
