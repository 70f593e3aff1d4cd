namespace Bridge.Journal.Residents;

/// <param name="AddressedAs">How he is greeted.</param>
/// <param name="ValidUntil">The last day.</param>
public sealed record ListedLeader(string Id, string Name, string Title, string AddressedAs, DateOnly? ValidFrom, DateOnly? ValidUntil)
{
    public bool IsValid(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidUntil is null || day <= ValidUntil);

    public override string ToString() => Id;
}
