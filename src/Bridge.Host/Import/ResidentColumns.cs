namespace Bridge.Host.Import;

/// <summary>The columns of a residents' file; their order is free.</summary>
internal static class ResidentColumns
{
    public const string Holder = "holder";
    public const string Name = "name";
    public const string Unit = "unit";
    public const string Kind = "kind";
    public const string Card = "card";
    public const string Pin = "pin";
    public const string DuressPin = "duress_pin";
    public const string ValidFrom = "valid_from";
    public const string ValidUntil = "valid_until";
    public const string AccessLevels = "access_levels";
    public const string Disabled = "disabled";
    public const string ExtendedTime = "extended_time";

    /// <summary>Without the required ones a file is not a residents' file.</summary>
    public static ColumnSet Set { get; } = new(
        [Holder, Name, Unit, Kind, Card, Pin, DuressPin, ValidFrom, ValidUntil, AccessLevels, Disabled, ExtendedTime], [Holder, Name, AccessLevels]);
}
