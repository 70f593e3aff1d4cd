namespace Bridge.Console.Desk;

/// <summary>A phone of the patrol.</summary>
/// <param name="Person">Who has it.</param>
/// <param name="Handset">Under which name it is enrolled, where it is.</param>
/// <param name="Heard">How long ago, at the moment of the picture.</param>
public sealed record PatrolPhone(string Person, string? Handset, TimeSpan Heard)
{
    // It says that it is there every five seconds.
    private static readonly TimeSpan LostAfter = TimeSpan.FromSeconds(15);

    /// <param name="since">The age of the picture.</param>
    public bool IsLost(TimeSpan since) => Heard + since > LostAfter;
}
