using System.CommandLine;

namespace Bridge.Host.Verbs;

/// <summary>Values that the command line's own rules cannot check.</summary>
internal static class Usage
{
    public static int Refuse(ParseResult parsed, string problem)
    {
        parsed.InvocationConfiguration.Error.WriteLine(problem);
        parsed.InvocationConfiguration.Error.WriteLine("Try: accessbridge --help");
        return ExitCode.Usage;
    }
}
