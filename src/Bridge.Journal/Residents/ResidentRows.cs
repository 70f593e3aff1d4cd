namespace Bridge.Journal.Residents;

/// <summary>The register's lists as they are at one moment, in the order of what tells their rows apart. Personal: for the office that keeps them.</summary>
public sealed class ResidentRows
{
    private readonly ResidentIndex index;

    internal ResidentRows(ResidentIndex index) => this.index = index;

    public IEnumerable<Household> Households => index.Households.Values.OrderBy(row => row.Unit, StringComparer.Ordinal);

    public IEnumerable<Member> Members => index.Members.Values.OrderBy(row => row.Key, StringComparer.Ordinal);

    public IEnumerable<IndoorStation> Stations => index.StationRows;

    public IEnumerable<ListedLeader> Leaders => index.Leaders.Values.OrderBy(row => row.Id, StringComparer.Ordinal);

    public IEnumerable<StaffBadge> Badges => index.Badges.Values.OrderBy(row => row.Number, StringComparer.Ordinal);

    public IEnumerable<AccessPass> Passes => index.Passes.Values.OrderBy(row => row.Number, StringComparer.Ordinal);

    public IEnumerable<TourBooking> Tours => index.Tours.Values.OrderBy(row => row.Id, StringComparer.Ordinal);

    public IEnumerable<DutyPerson> Duty => index.Duty.Values.SelectMany(people => people).OrderBy(row => row.Role, StringComparer.Ordinal).ThenBy(row => row.Position);
}
