namespace Bridge.Policy;

/// <summary>A lobby: its desk and its doors, named as in the site file.</summary>
public readonly record struct LobbyId(string Value) : IComparable<LobbyId>
{
    public int CompareTo(LobbyId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
