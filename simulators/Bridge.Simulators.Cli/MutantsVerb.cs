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
        var changed = new Option<bool>("--changed") { Description = "Only when the policy or its tests are not as they were at the last measured run." };
        var command = new Command("mutants", "Change the policy in small ways and count the changes that no test notices.") { folder, changed };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(folder), parsed.GetValue(changed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? folder, bool onlyChanged, CancellationToken cancellationToken)
    {
        var root = RepositoryRoot.Find();
        var ratchet = Path.Combine(root.FullName, RatchetPath);
        var allowed = MutationRatchet.Read(await File.ReadAllTextAsync(ratchet, cancellationToken));
        var code = MeasuredCode.Digest(root);
        if (onlyChanged && code == allowed.Code)
        {
            Console.WriteLine($"The policy and its tests are as they were measured ({code[..12]}): the figures of {RatchetPath} stand.");
            return 0;
        }

        if (await MeasureAsync(root, folder, cancellationToken) is not { Count: > 0 } measured)
        {
            Console.WriteLine("The mutation run did not end.");
            return 1;
        }

        foreach (var (name, count) in measured)
        {
            Console.WriteLine($"{name,-12} {count.Mutants,5} changes, {count.Unnoticed,3} unnoticed, score {count.Score}");
        }

        var worse = MutationRatchet.Worse(allowed.Folders, measured).ToList();
        worse.ForEach(Console.WriteLine);
        if (worse.Count > 0)
        {
            return 1;
        }

        if (folder is null)
        {
            await File.WriteAllTextAsync(ratchet, $"{MutationRatchet.Write(new MeasuredFigures(code, measured))}\n", cancellationToken);
            Console.WriteLine($"{RatchetPath} holds these figures now; commit it with the code that they are of.");
        }

        return 0;
    }

    /// <returns>Null: the run did not end.</returns>
    private static async Task<SortedDictionary<string, MutantCount>?> MeasureAsync(DirectoryInfo root, string? folder, CancellationToken cancellationToken)
    {
        var project = Path.Combine(root.FullName, "tests", "Bridge.Policy.Mutation");
        var output = Path.Combine(root.FullName, "out", "mutants");
        string[] only = folder is null ? [] : ["-m", $"**/{folder}/*.cs"];
        return await DotnetAsync(project, ["tool", "restore"], cancellationToken) == 0
            && await DotnetAsync(project, ["stryker", .. only, "-O", output], cancellationToken) == 0
            ? MutationRatchet.Count(await File.ReadAllTextAsync(Path.Combine(output, "reports", "mutation-report.json"), cancellationToken))
            : null;
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
