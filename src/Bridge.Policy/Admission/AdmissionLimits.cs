namespace Bridge.Policy.Admission;

/// <summary>The spans and bounds that are the product's and not the site's.</summary>
public static class AdmissionLimits
{
    /// <summary>A panel that has not dialled by then is not told again by itself.</summary>
    public static readonly TimeSpan Dial = TimeSpan.FromSeconds(5);

    /// <summary>How long what has ended can still be asked about.</summary>
    public static readonly TimeSpan Keep = TimeSpan.FromMinutes(30);

    /// <summary>How many full attempts prove that nobody answers.</summary>
    public const int Attempts = 2;

    /// <summary>How often a name may be wrong.</summary>
    public const int NameTries = 2;

    public const int OpenCases = 200;

    public const int Announcements = 500;
}
