namespace Bridge.Policy;

/// <summary>One attempt to pass a door. Everything that follows from it (grant, lock, open, taken, closed) carries the same number.</summary>
public readonly record struct AccessId(long Number)
{
    public override string ToString() => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
