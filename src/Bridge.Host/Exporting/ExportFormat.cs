namespace Bridge.Host.Exporting;

/// <summary>As what lines are taken along.</summary>
public enum ExportFormat
{
    Csv,
    Xlsx,
}
