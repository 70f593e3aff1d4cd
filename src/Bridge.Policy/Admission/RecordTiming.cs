namespace Bridge.Policy.Admission;

/// <summary>When the record is written.</summary>
public enum RecordTiming
{
    /// <summary>The journal only.</summary>
    None,

    /// <summary>Created at the opening, complete within the limit or flagged late.</summary>
    AtOpening,

    /// <summary>On disk before the key works.</summary>
    BeforeRelease,
}
