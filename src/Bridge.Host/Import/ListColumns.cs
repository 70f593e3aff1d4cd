using Bridge.Journal.Residents;

namespace Bridge.Host.Import;

/// <summary>The columns of each list of the register.</summary>
internal static class ListColumns
{
    public const string Unit = "unit";
    public const string Lobby = "lobby";
    public const string Route = "route";
    public const string Reason = "reason";
    public const string ChildrenMayAnswer = "children_may_answer";
    public const string Member = "member";
    public const string Name = "name";
    public const string Variants = "variants";
    public const string Pinyin = "pinyin";
    public const string Kind = "kind";
    public const string MayAdmitHimself = "may_admit_himself";
    public const string Barred = "barred";
    public const string BarredReason = "barred_reason";
    public const string Minor = "minor";
    public const string Appearance = "appearance";
    public const string PhoneLast4 = "phone_last4";
    public const string MovedIn = "moved_in";
    public const string MovedOut = "moved_out";
    public const string Holder = "holder";
    public const string Order = "order";
    public const string Number = "number";
    public const string Leader = "leader";
    public const string Title = "title";
    public const string AddressedAs = "addressed_as";
    public const string ValidFrom = "valid_from";
    public const string ValidUntil = "valid_until";
    public const string Badge = "badge";
    public const string Department = "department";
    public const string Status = "status";
    public const string Pass = "pass";
    public const string Type = "type";
    public const string Company = "company";
    public const string Lobbies = "lobbies";
    public const string Areas = "areas";
    public const string Days = "days";
    public const string Hours = "hours";
    public const string Issuer = "issuer";
    public const string Tour = "tour";
    public const string Group = "group";
    public const string Count = "count";
    public const string From = "from";
    public const string Until = "until";
    public const string Cancelled = "cancelled";
    public const string Role = "role";
    public const string Account = "account";
    public const string Phone = "phone";

    public static ColumnSet Of(ResidentList list) => list switch
    {
        ResidentList.Households => new([Unit, Lobby, Route, Reason, ChildrenMayAnswer], [Unit, Lobby]),
        ResidentList.Members => new(
            [Member, Unit, Name, Variants, Pinyin, Kind, MayAdmitHimself, Barred, BarredReason, Minor, Appearance, PhoneLast4, MovedIn, MovedOut, Holder],
            [Member, Unit, Name]),
        ResidentList.Stations => new([Unit, Order, Number], [Unit, Order, Number]),
        ResidentList.Leaders => new([Leader, Name, Title, AddressedAs, ValidFrom, ValidUntil], [Leader, Name, Title]),
        ResidentList.Badges => new([Badge, Name, Department, Status, ValidUntil], [Badge, Name, Department]),
        ResidentList.Passes => new(
            [Pass, Type, Holder, Company, Lobbies, Areas, Unit, ValidFrom, ValidUntil, Days, Hours, Status, Issuer],
            [Pass, Type, Holder, Lobbies, ValidFrom, ValidUntil, Issuer]),
        ResidentList.Tours => new([Tour, Group, Leader, Department, Lobby, Count, From, Until, Cancelled], [Tour, Group, Leader, Department, Count, From, Until]),
        ResidentList.Duty => new([Role, Order, Account, Phone], [Role, Order]),
    };
}
