using System.Collections.Immutable;
using Bridge.Console.Desk;

namespace Bridge.Console.Books.Records;

/// <summary>Who it was, in full; or why that is not shown.</summary>
/// <param name="Unit">Which unit it was about.</param>
/// <param name="Versions">As it was first written, and each change since.</param>
public sealed record ShownPerson(ActOutcome Outcome, string? Unit, ImmutableArray<ShownVersion> Versions)
{
    public override string ToString() => nameof(ShownPerson);
}
