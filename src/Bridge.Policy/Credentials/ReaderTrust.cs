namespace Bridge.Policy.Credentials;

/// <summary>Whether what comes from a reader can be taken for what somebody did at that reader.</summary>
public enum ReaderTrust
{
    Trusted,

    /// <summary>It does not prove that it knows its key, or somebody speaks in its place.</summary>
    SecurityFailed,

    /// <summary>Another device than the enrolled one is there.</summary>
    Replaced,

    /// <summary>Two answer at its address.</summary>
    AddressClash,

    /// <summary>It behaves as no reader may.</summary>
    Faulty,
}
