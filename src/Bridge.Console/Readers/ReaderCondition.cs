namespace Bridge.Console.Readers;

/// <summary>How far an OSDP reader is to be trusted at this moment.</summary>
public enum ReaderCondition
{
    /// <summary>No session: not reached yet, or not any more.</summary>
    Away,

    /// <summary>In a secure session with its own key.</summary>
    Secure,

    /// <summary>In clear, because the site says so.</summary>
    Clear,

    /// <summary>The secure channel failed, or somebody speaks in its place.</summary>
    SecurityFailed,

    /// <summary>Another device than the enrolled one.</summary>
    Replaced,

    /// <summary>Two answer at its address.</summary>
    AddressClash,

    /// <summary>It behaves as no reader may.</summary>
    Faulty,

    /// <summary>It has no key yet.</summary>
    NotEnrolled,
}
