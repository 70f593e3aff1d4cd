using Bridge.Host.Verbs;

namespace Bridge.Host.Tests.Verbs;

/// <summary>One run of the command line in this process.</summary>
internal sealed record VerbRun(int Exit, string Output, string Errors)
{
    public static async Task<VerbRun> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = await CommandLine.RunAsync(arguments, output, errors, cancellationToken);
        return new VerbRun(exit, output.ToString(), errors.ToString());
    }
}
