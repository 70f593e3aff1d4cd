namespace Bridge.Journal.Register;

/// <summary>A person, or a post that shares a credential.</summary>
/// <param name="Key">Stable in the import source: the same key keeps the same holder id.</param>
/// <param name="Kind">For example resident, staff, contractor.</param>
public sealed record ImportedHolder(string Key, string Kind, string? Unit, string DisplayName)
{
    public override string ToString() => "ImportedHolder";
}
