using Bridge.Journal.Residents;
using static Bridge.Host.Import.ListColumns;

namespace Bridge.Host.Import;

/// <summary>Reads rows of the lists of those who come: leaders, staff, pass holders, tours, and who is on duty.</summary>
internal sealed class DeskRows(FieldReader fields, ImportFindings findings, TimeZoneInfo zone)
{
    private const int LongestKey = 64;
    private const int LongestName = 200;
    private const int LargestTour = 999;
    private const int LongestDuty = 99;

    private static readonly (string Word, PassDays Day)[] Weekdays =
    [
        ("mon", PassDays.Monday), ("tue", PassDays.Tuesday), ("wed", PassDays.Wednesday), ("thu", PassDays.Thursday), ("fri", PassDays.Friday),
        ("sat", PassDays.Saturday), ("sun", PassDays.Sunday),
    ];

    public ListRow<ListedLeader> Leader(CsvRow row)
    {
        var title = fields.Required(row, Title, LongestName);
        var leader = new ListedLeader(
            fields.Required(row, ListColumns.Leader, LongestKey), fields.Required(row, Name, LongestName), title,
            fields.Optional(row, AddressedAs, LongestName) ?? title, fields.Date(row, ValidFrom), fields.Date(row, ValidUntil));
        fields.InOrder(row, leader.ValidFrom, ValidUntil, leader.ValidUntil);
        return new ListRow<ListedLeader>(row.Line, leader.Id.ToUpperInvariant(), leader);
    }

    public ListRow<StaffBadge> Badge(CsvRow row)
    {
        var badge = new StaffBadge(
            fields.Required(row, ListColumns.Badge, LongestKey), fields.Required(row, Name, LongestName), fields.Required(row, Department, LongestName),
            fields.Named(row, Status, BadgeStatus.Active), fields.Date(row, ValidUntil));
        return new ListRow<StaffBadge>(row.Line, badge.Number.ToUpperInvariant(), badge);
    }

    public ListRow<AccessPass> Pass(CsvRow row)
    {
        var hours = fields.Hours(row, Hours);
        var pass = new AccessPass(
            fields.Required(row, ListColumns.Pass, LongestKey), fields.Required(row, ListColumns.Type, LongestKey), fields.Required(row, Holder, LongestName),
            fields.Texts(row, Lobbies, LongestKey), fields.RequiredDate(row, ValidFrom), fields.RequiredDate(row, ValidUntil),
            fields.Named(row, Status, PassStatus.Valid), fields.Required(row, Issuer, LongestKey))
        {
            Company = fields.Optional(row, Company, LongestName),
            Areas = fields.Texts(row, Areas, LongestKey),
            Household = fields.Optional(row, Unit, LongestKey),
            Days = DaysOf(row),
            HoursFrom = hours?.From,
            HoursUntil = hours?.Until,
        };
        fields.InOrder(row, pass.ValidFrom, ValidUntil, pass.ValidUntil);
        if (pass.Lobbies.Count == 0)
        {
            findings.Error(row.Line, Lobbies, "expected one or more lobbies, separated by semicolons, found none");
        }

        return new ListRow<AccessPass>(row.Line, pass.Number.ToUpperInvariant(), pass);
    }

    public ListRow<TourBooking> Tour(CsvRow row)
    {
        var tour = new TourBooking(
            fields.Required(row, ListColumns.Tour, LongestKey), fields.Required(row, Group, LongestName), fields.Required(row, ListColumns.Leader, LongestName),
            fields.Required(row, Department, LongestName), fields.Whole(row, Count, 1, LargestTour), fields.Moment(row, From, zone), fields.Moment(row, Until, zone),
            fields.YesOrNo(row, Cancelled)) { Lobby = fields.Optional(row, Lobby, LongestKey) };
        if (tour.EndsAt <= tour.StartsAt && tour.EndsAt > DateTimeOffset.MinValue)
        {
            findings.Error(row.Line, Until, "expected a time after from, found an earlier one");
        }

        return new ListRow<TourBooking>(row.Line, tour.Id.ToUpperInvariant(), tour);
    }

    public ListRow<DutyPerson> Duty(CsvRow row)
    {
        var duty = new DutyPerson(
            fields.Required(row, Role, LongestKey), fields.Whole(row, Order, 1, LongestDuty), fields.Optional(row, Account, LongestKey),
            fields.Optional(row, Phone, LongestKey));
        if (duty.Account is null && duty.Phone is null)
        {
            findings.Error(row.Line, null, "expected an account or a phone, found neither");
        }

        return new ListRow<DutyPerson>(row.Line, $"{duty.Role.ToUpperInvariant()} {duty.Position}", duty);
    }

    private PassDays DaysOf(CsvRow row)
    {
        var days = PassDays.None;
        foreach (var text in fields.Texts(row, Days, LongestKey))
        {
            var (word, day) = Weekdays.FirstOrDefault(weekday => string.Equals(weekday.Word, text, StringComparison.OrdinalIgnoreCase));
            days |= day;
            if (word is null)
            {
                findings.Error(row.Line, Days, "expected days such as mon;tue;sun, found something else");
            }
        }

        return days == PassDays.None ? PassDays.All : days;
    }
}
