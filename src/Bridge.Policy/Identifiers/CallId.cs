namespace Bridge.Policy;

/// <summary>A call as its intercom names it: unique at its panel.</summary>
public readonly record struct CallId(string Value) : IComparable<CallId>
{
    public int CompareTo(CallId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
