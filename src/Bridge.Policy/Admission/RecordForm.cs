namespace Bridge.Policy.Admission;

/// <summary>A kept record of the procedure.</summary>
public enum RecordForm
{
    /// <summary>来人来访记录表</summary>
    VisitorLog,

    /// <summary>值班记录表</summary>
    DutyLog,
}
