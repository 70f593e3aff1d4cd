namespace Bridge.Architecture.Tests.Rules;

/// <summary>A place where a rule is broken, written so that an editor can jump to it.</summary>
public sealed record Finding(string Path, int Line, string What)
{
    public override string ToString() => $"{Path}:{Line} {What}";
}
