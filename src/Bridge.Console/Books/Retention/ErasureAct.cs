using System.Collections.Immutable;

namespace Bridge.Console.Books.Retention;

/// <summary>What somebody does about what is kept. The hierarchy is closed.</summary>
public abstract record ErasureAct
{
    private ErasureAct()
    {
    }

    public sealed record Ask(ImmutableArray<string> Records, ErasureReason Ground) : ErasureAct;

    public sealed record CarryOut(string Wish) : ErasureAct;

    public sealed record Decline(string Wish) : ErasureAct;

    /// <param name="Until">The last day by the site's wall; null lifts it.</param>
    public sealed record Restrict(ImmutableArray<string> Records, DateOnly? Until) : ErasureAct;
}
