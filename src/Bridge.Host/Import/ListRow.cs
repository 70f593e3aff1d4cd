namespace Bridge.Host.Import;

/// <summary>A row of a list with the line where it stands.</summary>
/// <param name="Key">What no other row may have as well.</param>
internal sealed record ListRow<T>(long Line, string Key, T Value)
{
    public override string ToString() => $"line {Line}";
}
