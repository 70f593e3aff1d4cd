using System.CommandLine;
using System.Diagnostics;
using Bridge.Simulators.Cli.Mutants;

namespace Bridge.Simulators.Cli;

/// <summary>The mutation run over the policy, and its ratchet.</summary>
internal static class MutantsVerb
{
    private const string RatchetPath = "tests/mutation-ratchet.json";

    public static Command Create()
    {
        var folder = new Argument<string?>("folder") { Description = "One folder of src/Bridge.Policy; all of them without it.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("mutants", "Change the policy in small ways and count the changes that no test notices.") { folder };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(folder), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? folder, CancellationToken cancellationToken)
    {
        var root = RepositoryRoot.Find();
        var project = Path.Combine(root.FullName, "tests", "Bridge.Policy.Mutation");
        var output = Path.Combine(root.FullName, "out", "mutants");
        string[] only = folder is null ? [] : ["-m", $"**/{folder}/*.cs"];
        if (await DotnetAsync(project, ["tool", "restore"], cancellationToken) != 0
            || await DotnetAsync(project, ["stryker", .. only, "-O", output], cancellationToken) != 0)
        {
            Console.WriteLine("The mutation run did not end.");
            return 1;
        }

        var measured = MutationRatchet.Count(await File.ReadAllTextAsync(Path.Combine(output, "reports", "mutation-report.json"), cancellationToken));
        var allowed = MutationRatchet.Read(await File.ReadAllTextAsync(Path.Combine(root.FullName, RatchetPath), cancellationToken));
        foreach (var (name, count) in measured)
        {
            Console.WriteLine($"{name,-12} {count.Mutants,5} changes, {count.Unnoticed,3} unnoticed, score {count.Score}");
        }

        var worse = MutationRatchet.Worse(allowed, measured).ToList();
        worse.ForEach(Console.WriteLine);
        Console.WriteLine($"measured, for {RatchetPath}: {MutationRatchet.Write(measured)}");
        return worse.Count == 0 && measured.Count > 0 ? 0 : 1;
    }

    private static async Task<int> DotnetAsync(string folder, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder })
            ?? throw new InvalidOperationException("dotnet did not start.");
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        return process.ExitCode;
    }
}
