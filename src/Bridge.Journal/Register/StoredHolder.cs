namespace Bridge.Journal.Register;

/// <summary>A row of <c>holder</c>.</summary>
internal sealed record StoredHolder(string Id, string Key, string Kind, string? Unit, string DisplayName)
{
    public override string ToString() => Id;
}
