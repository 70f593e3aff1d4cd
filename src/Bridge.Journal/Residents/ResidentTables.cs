using Bridge.Journal.Storage;

namespace Bridge.Journal.Residents;

/// <summary>The lists and their columns.</summary>
internal static class ResidentTables
{
    public static ListTable<Household> Households { get; } = new(
        ResidentList.Households, "household", ["id", "unit", "lobby", "route", "children_may_answer"], 1,
        row => [row.Id, row.Unit, row.Lobby, (long)row.Route, ListValues.Of(row.ChildrenMayAnswer)],
        row => new Household(row.Text(0), row.Text(1), row.Text(2), (ClearanceRoute)row.Long(3), row.Flag(4)));

    public static ListTable<Member> Members { get; } = new(
        ResidentList.Members, "member",
        [
            "id", "key", "household", "name", "kind", "variants", "pinyin", "may_admit", "barred", "minor", "appearance", "phone_last4", "moved_in",
            "moved_out", "holder",
        ],
        1,
        row =>
        [
            row.Id, row.Key, row.Household, row.Name, (long)row.Kind, ListValues.Of(row.Variants), row.Pinyin, ListValues.Of(row.MayAdmitHimself),
            ListValues.Of(row.Barred), ListValues.Of(row.Minor), row.Appearance, row.PhoneLast4, ListValues.Of(row.MovedIn), ListValues.Of(row.MovedOut),
            row.Holder,
        ],
        row => new Member(row.Text(0), row.Text(1), row.Text(2), row.Text(3), (ResidentKind)row.Long(4))
        {
            Variants = row.Texts(5),
            Pinyin = row.TextOrNull(6),
            MayAdmitHimself = row.Flag(7),
            Barred = row.Flag(8),
            Minor = row.Flag(9),
            Appearance = row.TextOrNull(10),
            PhoneLast4 = row.TextOrNull(11),
            MovedIn = row.DayOrNull(12),
            MovedOut = row.DayOrNull(13),
            Holder = row.TextOrNull(14),
        });

    public static ListTable<IndoorStation> Stations { get; } = new(
        ResidentList.Stations, "station", ["household", "position", "number"], 2,
        row => [row.Household, (long)row.Position, row.Number],
        row => new IndoorStation(row.Text(0), (int)row.Long(1), row.Text(2)));

    public static ListTable<ListedLeader> Leaders { get; } = new(
        ResidentList.Leaders, "leader", ["id", "name", "title", "addressed_as", "valid_from", "valid_until"], 1,
        row => [row.Id, row.Name, row.Title, row.AddressedAs, ListValues.Of(row.ValidFrom), ListValues.Of(row.ValidUntil)],
        row => new ListedLeader(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.DayOrNull(4), row.DayOrNull(5)));

    public static ListTable<StaffBadge> Badges { get; } = new(
        ResidentList.Badges, "badge", ["number", "name", "department", "status", "valid_until"], 1,
        row => [row.Number, row.Name, row.Department, (long)row.Status, ListValues.Of(row.ValidUntil)],
        row => new StaffBadge(row.Text(0), row.Text(1), row.Text(2), (BadgeStatus)row.Long(3), row.DayOrNull(4)));

    public static ListTable<AccessPass> Passes { get; } = new(
        ResidentList.Passes, "pass",
        [
            "number", "type", "holder", "lobbies", "valid_from", "valid_until", "status", "issuer", "company", "areas", "household", "weekdays",
            "hours_from", "hours_until",
        ],
        1,
        row =>
        [
            row.Number, row.Type, row.Holder, ListValues.Of(row.Lobbies), ListValues.Of(row.ValidFrom), ListValues.Of(row.ValidUntil), (long)row.Status,
            row.Issuer, row.Company, ListValues.Of(row.Areas), row.Household, (long)row.Days, ListValues.Of(row.HoursFrom), ListValues.Of(row.HoursUntil),
        ],
        row => new AccessPass(
            row.Text(0), row.Text(1), row.Text(2), row.Texts(3), row.DayAt(4), row.DayAt(5), (PassStatus)row.Long(6), row.Text(7))
        {
            Company = row.TextOrNull(8),
            Areas = row.Texts(9),
            Household = row.TextOrNull(10),
            Days = (PassDays)row.Long(11),
            HoursFrom = row.HourOrNull(12),
            HoursUntil = row.HourOrNull(13),
        });

    public static ListTable<TourBooking> Tours { get; } = new(
        ResidentList.Tours, "tour", ["id", "name", "leader", "department", "head_count", "starts_at", "ends_at", "cancelled", "lobby"], 1,
        row =>
        [
            row.Id, row.Name, row.Leader, row.Department, (long)row.HeadCount, Timestamps.ToTicks(row.StartsAt), Timestamps.ToTicks(row.EndsAt),
            ListValues.Of(row.Cancelled), row.Lobby,
        ],
        row => new TourBooking(
            row.Text(0), row.Text(1), row.Text(2), row.Text(3), (int)row.Long(4), Timestamps.FromTicks(row.Long(5)), Timestamps.FromTicks(row.Long(6)),
            row.Flag(7)) { Lobby = row.TextOrNull(8) });

    public static ListTable<DutyPerson> Duty { get; } = new(
        ResidentList.Duty, "duty", ["role", "position", "account", "phone"], 2,
        row => [row.Role, (long)row.Position, row.Account, row.Phone],
        row => new DutyPerson(row.Text(0), (int)row.Long(1), row.TextOrNull(2), row.TextOrNull(3)));
}
