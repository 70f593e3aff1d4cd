using Bridge.Journal.Residents;
using static Bridge.Host.Import.ListColumns;

namespace Bridge.Host.Import;

/// <summary>Reads rows of the lists of those who live in the building.</summary>
internal sealed class HouseholdRows(FieldReader fields, ImportFindings findings)
{
    private const int LongestKey = 64;
    private const int LongestName = 200;
    private const int LongestText = 500;
    private const int MostStations = 9;

    public ListRow<ImportedHousehold> Household(CsvRow row)
    {
        var household = new Household(
            string.Empty, fields.Required(row, Unit, LongestKey), fields.Required(row, Lobby, LongestKey), fields.Named(row, ListColumns.Route, ClearanceRoute.Direct),
            fields.YesOrNo(row, ChildrenMayAnswer));
        var reason = fields.Optional(row, Reason, LongestText);
        if (reason is not null && household.Route != ClearanceRoute.ControlRoom)
        {
            findings.Error(row.Line, Reason, "expected no reason where the route is not controlRoom, found one");
        }

        return new ListRow<ImportedHousehold>(row.Line, household.Unit.ToUpperInvariant(), new ImportedHousehold(household, reason));
    }

    public ListRow<ImportedMember> Member(CsvRow row)
    {
        var key = fields.Required(row, ListColumns.Member, LongestKey);
        var member = new Member(string.Empty, key, fields.Required(row, Unit, LongestKey), fields.Required(row, Name, LongestName), fields.Named(row, Kind, ResidentKind.Occupant))
        {
            Variants = fields.Texts(row, Variants, LongestName),
            Pinyin = fields.Optional(row, Pinyin, LongestName),
            MayAdmitHimself = fields.YesOrNo(row, MayAdmitHimself),
            Barred = fields.YesOrNo(row, Barred),
            Minor = fields.YesOrNo(row, Minor),
            Appearance = fields.Optional(row, Appearance, LongestText),
            PhoneLast4 = Last4(row),
            MovedIn = fields.Date(row, MovedIn),
            MovedOut = fields.Date(row, MovedOut),
            Holder = fields.Optional(row, Holder, LongestKey),
        };
        fields.InOrder(row, member.MovedIn, MovedOut, member.MovedOut);
        var reason = fields.Optional(row, BarredReason, LongestText);
        if (reason is not null && !member.Barred)
        {
            findings.Error(row.Line, BarredReason, "expected no reason where barred is not yes, found one");
        }

        return new ListRow<ImportedMember>(row.Line, key, new ImportedMember(member, reason));
    }

    public ListRow<IndoorStation> Station(CsvRow row)
    {
        var station = new IndoorStation(fields.Required(row, Unit, LongestKey), fields.Whole(row, Order, 1, MostStations), fields.Required(row, Number, LongestKey));
        return new ListRow<IndoorStation>(row.Line, $"{station.Household.ToUpperInvariant()} {station.Position}", station);
    }

    private string? Last4(CsvRow row)
    {
        var digits = row[PhoneLast4];
        if (digits.Length is not (0 or 4) || !digits.All(char.IsAsciiDigit))
        {
            findings.Error(row.Line, PhoneLast4, "expected the last 4 digits of a telephone number, found something else");
        }

        return digits.Length == 0 ? null : digits;
    }
}
