namespace Bridge.Policy.Admission;

/// <summary>Where a self-declared resident is recorded.</summary>
public enum UnknownResidentRecord
{
    DutyLog,
    VisitorLog,
    Both,
}
