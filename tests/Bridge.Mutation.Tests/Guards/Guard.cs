using Microsoft.CodeAnalysis.Text;

namespace Bridge.Mutation.Tests.Guards;

/// <summary>One condition that stands between an act and what would follow from it.</summary>
/// <param name="Span">The condition; of a switch's arm without one, the empty span behind its pattern.</param>
/// <param name="Text">As it is written, in one line: what it is called when nobody misses it.</param>
internal sealed record Guard(int Number, string File, int Line, TextSpan Span, GuardKind Kind, string Text)
{
    /// <summary>Without the line: it may move.</summary>
    public string Name => $"{File}: {Text}";

    public override string ToString() => $"{File}:{Line}: {Text}";
}
