using System.Collections.Immutable;

namespace Bridge.Policy.Admission;

/// <summary>When assistants vouched for people of one household lately.</summary>
public sealed record Recognitions(ImmutableList<TimeSpan> At);
