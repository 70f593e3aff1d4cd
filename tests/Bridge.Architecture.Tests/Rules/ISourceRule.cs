using Bridge.Architecture.Tests.Sources;

namespace Bridge.Architecture.Tests.Rules;

/// <summary>A rule about C# sources. Each one brings sources that break it and sources that do not, because a rule that cannot fail is worthless.</summary>
public interface ISourceRule
{
    /// <summary>The rule as it is said to whoever broke it.</summary>
    string Says { get; }

    IReadOnlyList<Sample> Offenders { get; }

    IReadOnlyList<Sample> Harmless { get; }

    bool AppliesTo(SourceFile file);

    IEnumerable<Finding> Check(SourceFile file);
}
