using System.Collections.Immutable;

namespace Bridge.Console.Accounts;

/// <summary>An account as an administrator sees it.</summary>
/// <param name="Name">With which the person signs in.</param>
/// <param name="DisplayName">As colleagues know him.</param>
public sealed record PersonRow(string Id, string Name, string DisplayName)
{
    public ImmutableArray<PostLine> Posts { get; init; } = [];

    public bool Disabled { get; init; }

    /// <summary>Without one he has a one-time code still to use.</summary>
    public bool HasPassword { get; init; }

    public bool SecondFactor { get; init; }

    /// <summary>Since a browser of his was heard last; null when he is signed in nowhere.</summary>
    public TimeSpan? Heard { get; init; }

    /// <summary>Whose page this is: nobody changes his own account.</summary>
    public bool Self { get; init; }
}
