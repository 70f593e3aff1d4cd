namespace Bridge.Policy.Admission;

/// <summary>The register's word on a badge or a pass.</summary>
public enum DocumentStatus
{
    Active,
    Suspended,
    Lost,
    Withdrawn,
}
