using Bridge.Architecture.Tests.Sources;

namespace Bridge.Architecture.Tests.Rules;

/// <summary>A small source with which a rule is tried out.</summary>
public sealed record Sample(string Path, string Text)
{
    public SourceFile Parsed => SourceFile.Parse(Path, Text);
}
