namespace Bridge.Journal.Records;

/// <summary>Why a record has a further row; the numbers stand in the file.</summary>
public enum RecordChangeKind
{
    /// <summary>What was missing when the door had to open first.</summary>
    Completion = 1,

    /// <summary>What was wrong.</summary>
    Amendment = 2,
}
