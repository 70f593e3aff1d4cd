namespace Bridge.Host.Api.Register;

/// <summary>A row of one of the register's lists.</summary>
/// <param name="Order">Of a station or in a duty list; 0 elsewhere.</param>
/// <param name="Columns">By the names, and in the words, of the list's CSV file. The sealed reasons are never in it.</param>
public sealed record RegisterRow(string Key, int Order, IReadOnlyDictionary<string, string> Columns)
{
    public override string ToString() => nameof(RegisterRow);
}
