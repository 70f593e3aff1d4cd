namespace Bridge.Console.Books.Records;

/// <summary>What an export is for. Of a choice, because words name people.</summary>
public enum ExportPurpose
{
    MonthEnd,
    Audit,
    Incident,
    Complaint,

    /// <summary>The police, a court, an authority.</summary>
    Authority,
}
