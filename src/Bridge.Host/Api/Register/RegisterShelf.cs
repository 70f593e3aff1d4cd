using Bridge.Host.Configuration;
using Bridge.Host.Import;
using Bridge.Journal.Residents;

namespace Bridge.Host.Api.Register;

/// <summary>Reads the register's lists for the office.</summary>
public sealed class RegisterShelf(ResidentRegister register, SiteConfiguration site)
{
    public const int Longest = 200;

    /// <summary>Rows in the order of their keys.</summary>
    /// <param name="text">Only rows of which some column holds it; null for all.</param>
    /// <param name="after">The last row of the page before; null for the first page.</param>
    public IReadOnlyList<RegisterRow> Page(ResidentList list, string? text, RegisterKey? after, int most = Longest)
    {
        var rows = All(list).Where(row => text is null || row.Columns.Values.Any(value => value.Contains(text, StringComparison.OrdinalIgnoreCase)));
        return [.. (after is null ? rows : rows.SkipWhile(row => !Same(row, after)).Skip(1)).Take(most)];
    }

    public RegisterRow? Find(RegisterKey key) => All(key.List).FirstOrDefault(row => Same(row, key));

    private IEnumerable<RegisterRow> All(ResidentList list)
    {
        var directory = register.Current;
        var rows = directory.Rows;
        var fields = new ListFields(directory, site.TimeZone);
        return list switch
        {
            ResidentList.Households => rows.Households.Select(row => new RegisterRow(row.Unit, 0, ListFields.Of(row))),
            ResidentList.Members => rows.Members.Select(row => new RegisterRow(row.Key, 0, fields.Of(row))),
            ResidentList.Stations => rows.Stations.Select(row => new RegisterRow(directory.Household(row.Household)?.Unit ?? row.Household, row.Position, fields.Of(row))),
            ResidentList.Leaders => rows.Leaders.Select(row => new RegisterRow(row.Id, 0, ListFields.Of(row))),
            ResidentList.Badges => rows.Badges.Select(row => new RegisterRow(row.Number, 0, ListFields.Of(row))),
            ResidentList.Passes => rows.Passes.Select(row => new RegisterRow(row.Number, 0, fields.Of(row))),
            ResidentList.Tours => rows.Tours.Select(row => new RegisterRow(row.Id, 0, fields.Of(row))),
            ResidentList.Duty => rows.Duty.Select(row => new RegisterRow(row.Role, row.Position, ListFields.Of(row))),
        };
    }

    // A unit is found as the desk finds it; numbers are typed, and their case does not count.
    private bool Same(RegisterRow row, RegisterKey key) => row.Order == key.Order && (key.List is ResidentList.Households or ResidentList.Stations
        ? register.Current.FindHousehold(key.Key, null) is { } id && register.Current.FindHousehold(row.Key, null) == id
        : string.Equals(row.Key, key.Key, StringComparison.OrdinalIgnoreCase));
}
