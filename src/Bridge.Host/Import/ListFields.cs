using System.Globalization;
using Bridge.Journal.Residents;
using static Bridge.Host.Import.ListColumns;

namespace Bridge.Host.Import;

/// <summary>Rows of the register in the words of their CSV files: read again they give the same row. What is empty is left out, and so are the sealed reasons.</summary>
internal sealed class ListFields(ResidentDirectory directory, TimeZoneInfo zone)
{
    private static readonly (string Word, PassDays Day)[] Weekdays =
    [
        ("mon", PassDays.Monday), ("tue", PassDays.Tuesday), ("wed", PassDays.Wednesday), ("thu", PassDays.Thursday), ("fri", PassDays.Friday),
        ("sat", PassDays.Saturday), ("sun", PassDays.Sunday),
    ];

    public static Dictionary<string, string> Of(Household row) => Given(
        (Unit, row.Unit), (Lobby, row.Lobby), (ListColumns.Route, Named(row.Route)), (ChildrenMayAnswer, YesOrNo(row.ChildrenMayAnswer)));

    public Dictionary<string, string> Of(Member row) => Given(
        (ListColumns.Member, row.Key), (Unit, UnitOf(row.Household)), (Name, row.Name), (Variants, Texts(row.Variants)), (Pinyin, row.Pinyin), (Kind, Named(row.Kind)),
        (MayAdmitHimself, YesOrNo(row.MayAdmitHimself)), (Barred, YesOrNo(row.Barred)), (Minor, YesOrNo(row.Minor)), (Appearance, row.Appearance),
        (PhoneLast4, row.PhoneLast4), (MovedIn, Day(row.MovedIn)), (MovedOut, Day(row.MovedOut)), (Holder, row.Holder));

    public Dictionary<string, string> Of(IndoorStation row) => Given((Unit, UnitOf(row.Household)), (Order, Whole(row.Position)), (Number, row.Number));

    public static Dictionary<string, string> Of(ListedLeader row) => Given(
        (ListColumns.Leader, row.Id), (Name, row.Name), (Title, row.Title), (AddressedAs, row.AddressedAs), (ValidFrom, Day(row.ValidFrom)), (ValidUntil, Day(row.ValidUntil)));

    public static Dictionary<string, string> Of(StaffBadge row) => Given(
        (Badge, row.Number), (Name, row.Name), (Department, row.Department), (Status, Named(row.Status)), (ValidUntil, Day(row.ValidUntil)));

    public Dictionary<string, string> Of(AccessPass row) => Given(
        (Pass, row.Number), (ListColumns.Type, row.Type), (Holder, row.Holder), (Company, row.Company), (Lobbies, Texts(row.Lobbies)), (Areas, Texts(row.Areas)),
        (Unit, row.Household is { } household ? UnitOf(household) : null), (ValidFrom, Day(row.ValidFrom)), (ValidUntil, Day(row.ValidUntil)), (Days, DaysOf(row.Days)),
        (Hours, row is { HoursFrom: { } from, HoursUntil: { } until } ? $"{Hour(from)}-{Hour(until)}" : null), (Status, Named(row.Status)), (Issuer, row.Issuer));

    public Dictionary<string, string> Of(TourBooking row) => Given(
        (Tour, row.Id), (Group, row.Name), (ListColumns.Leader, row.Leader), (Department, row.Department), (Lobby, row.Lobby), (Count, Whole(row.HeadCount)),
        (From, Moment(row.StartsAt)), (Until, Moment(row.EndsAt)), (Cancelled, YesOrNo(row.Cancelled)));

    public static Dictionary<string, string> Of(DutyPerson row) => Given((Role, row.Role), (Order, Whole(row.Position)), (Account, row.Account), (Phone, row.Phone));

    private static Dictionary<string, string> Given(params (string Column, string? Value)[] fields) =>
        fields.Where(field => !string.IsNullOrEmpty(field.Value)).ToDictionary(field => field.Column, field => field.Value!, StringComparer.Ordinal);

    private string? UnitOf(string household) => directory.Household(household)?.Unit;

    private string Moment(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Named<T>(T value)
        where T : struct, Enum => value.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";

    private static string YesOrNo(bool value) => value ? "yes" : "no";

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Texts(IReadOnlyList<string> texts) => string.Join(';', texts);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Hour(TimeOnly hour) => hour.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string? DaysOf(PassDays days) =>
        days == PassDays.All ? null : string.Join(';', Weekdays.Where(weekday => days.HasFlag(weekday.Day)).Select(weekday => weekday.Word));
}
