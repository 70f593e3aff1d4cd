namespace Bridge.Journal.Tests.Records;

/// <summary>One way in which a text can stand in a file or on a wire.</summary>
/// <param name="Why">Who writes like that.</param>
/// <param name="Of">The bytes to look for.</param>
internal sealed record Writing(string Name, string Why, Func<string, byte[]> Of)
{
    public override string ToString() => Name;
}
