namespace Bridge.Host.Api;

/// <summary>Endpoint metadata: refused when nobody has asked anything in the session for two minutes, until the person says again who he is.</summary>
public sealed record AttendedOnly;
