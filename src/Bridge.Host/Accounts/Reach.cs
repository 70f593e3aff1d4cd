namespace Bridge.Host.Accounts;

/// <summary>How far a permission goes.</summary>
public enum Reach
{
    None,
    OwnLobby,
    All,
}
