namespace Bridge.EndToEnd.Tests.Running;

/// <summary>How a program ended, and what it said.</summary>
internal sealed record ProgramEnd(int ExitCode, string Output, string Errors)
{
    public override string ToString() => $"exit {ExitCode}: {Output.Trim()} {Errors.Trim()}";
}
