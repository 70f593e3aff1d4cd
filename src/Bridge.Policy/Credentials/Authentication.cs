namespace Bridge.Policy.Credentials;

/// <summary>What an access point asks for.</summary>
public enum Authentication
{
    Card,
    Pin,
    CardOrPin,
    CardAndPin,
}
