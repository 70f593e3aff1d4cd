using System.Collections.Frozen;
using System.Text;

namespace Bridge.Journal.Records;

/// <summary>How names and numbers are shown where others may see them: 王*, J***, 138****5678.</summary>
public static class PersonMask
{
    private const string Covered = "****";
    private const int ShortestShown = 11;
    private const int ShownAtEnd = 4;
    private const int ShownAtStart = 3;

    private static readonly FrozenSet<string> Usual = new[]
    {
        "探访", "送货", "维修", "检查", "参观", "visit", "delivery", "repair", "inspection", "tour",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static PersonFields Cover(PersonFields fields) => fields with
    {
        Name = Name(fields.Name),
        Phone = Phone(fields.Phone),
        ClaimedName = Name(fields.ClaimedName),
        HostName = Name(fields.HostName),
        DocumentLast4 = fields.DocumentLast4 is null ? null : Covered,
        // Free text may hold anything.
        Purpose = Purpose(fields.Purpose),
        Goods = Free(fields.Goods),
        Text = Free(fields.Text),
        Reason = Free(fields.Reason),
    };

    /// <summary>The usual ones are words of everybody; whatever else was typed may name somebody.</summary>
    public static string? Purpose(string? purpose) => purpose is not null && Usual.Contains(purpose.Trim()) ? purpose : Free(purpose);

    /// <summary>The first character; the number of the others stays hidden.</summary>
    public static string? Name(string? name)
    {
        var first = name?.Trim().EnumerateRunes().FirstOrDefault() ?? default;
        if (first == default)
        {
            return name is null ? null : string.Empty;
        }

        return first.Value < 0x2E80 ? $"{first}***" : $"{first}*";
    }

    /// <summary>Of a number that is long enough its beginning and its end.</summary>
    public static string? Phone(string? phone)
    {
        if (phone is null)
        {
            return null;
        }

        var digits = new StringBuilder().AppendJoin("", phone.Where(char.IsAsciiDigit)).ToString();
        return digits.Length >= ShortestShown ? $"{digits[..ShownAtStart]}{Covered}{digits[^ShownAtEnd..]}" : Covered;
    }

    private static string? Free(string? text) => text is null ? null : Covered;
}
