using System.Collections.Immutable;

namespace Bridge.Console.Books.Records;

/// <summary>What was written of a person at one time.</summary>
/// <param name="Fields">The names of columns, and what stands there.</param>
public sealed record ShownVersion(DateTimeOffset At, string By, PersonState State, ImmutableArray<KeyValuePair<string, string>> Fields)
{
    public override string ToString() => nameof(ShownVersion);
}
