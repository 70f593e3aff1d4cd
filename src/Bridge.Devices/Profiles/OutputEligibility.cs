namespace Bridge.Devices.Profiles;

/// <summary>Whether a point may release a lock.</summary>
public abstract record OutputEligibility
{
    private OutputEligibility()
    {
    }

    public sealed record Eligible : OutputEligibility
    {
        public static Eligible Instance { get; } = new();
    }

    /// <param name="Reason">One sentence for the installer.</param>
    public sealed record Refused(string Reason) : OutputEligibility;
}
