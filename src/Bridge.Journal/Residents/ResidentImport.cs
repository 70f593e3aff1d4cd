namespace Bridge.Journal.Residents;

/// <summary>One whole list as it shall be: who is not in it is removed. Households are given by their unit, not by their id.</summary>
public abstract record ResidentImport
{
    private ResidentImport()
    {
    }

    public sealed record Households(IReadOnlyList<ImportedHousehold> Rows) : ResidentImport;

    public sealed record Members(IReadOnlyList<ImportedMember> Rows) : ResidentImport;

    public sealed record Stations(IReadOnlyList<IndoorStation> Rows) : ResidentImport;

    public sealed record Leaders(IReadOnlyList<ListedLeader> Rows) : ResidentImport;

    public sealed record Badges(IReadOnlyList<StaffBadge> Rows) : ResidentImport;

    public sealed record Passes(IReadOnlyList<AccessPass> Rows) : ResidentImport;

    public sealed record Tours(IReadOnlyList<TourBooking> Rows) : ResidentImport;

    public sealed record Duty(IReadOnlyList<DutyPerson> Rows) : ResidentImport;
}
