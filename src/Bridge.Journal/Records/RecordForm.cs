namespace Bridge.Journal.Records;

/// <summary>Which kept record; the numbers stand in the file.</summary>
public enum RecordForm
{
    VisitorLog = 1,
    DutyLog = 2,
}
