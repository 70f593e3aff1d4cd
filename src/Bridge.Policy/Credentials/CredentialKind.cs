namespace Bridge.Policy.Credentials;

public enum CredentialKind
{
    Card,
    Pin,
}
