using Bridge.Journal;
using Bridge.Policy;

namespace Bridge.Host.Runtime;

/// <summary>What became of something that was asked of the engine.</summary>
public abstract record AskedOutcome
{
    private AskedOutcome()
    {
    }

    /// <summary>It is decided and on disk.</summary>
    /// <param name="Events">What was announced because of it; empty when it changed nothing.</param>
    /// <param name="Head">The journal's last entry after it.</param>
    /// <param name="State">The state after the turn that it was part of.</param>
    public sealed record Remembered(IReadOnlyList<BuildingEvent> Events, JournalPosition Head, BuildingState State) : AskedOutcome;

    /// <summary>The journal cannot be written: nothing was decided that a person asked for.</summary>
    public sealed record NotRemembered : AskedOutcome;
}
