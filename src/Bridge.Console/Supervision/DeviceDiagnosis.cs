namespace Bridge.Console.Supervision;

/// <summary>What is wrong with a device, in one word; the worst where there are several.</summary>
public enum DeviceDiagnosis
{
    /// <summary>Nobody has asked it yet.</summary>
    NotYet,
    Well,
    LineDown,
    Silent,

    /// <summary>It answers and does not prove its key.</summary>
    NotTrusted,

    /// <summary>Two devices with one address, or answers of another one.</summary>
    AddressClash,

    /// <summary>Answers are damaged on the wire.</summary>
    Damaged,
    LosesAnswers,
    Refuses,
    Slow,
}
