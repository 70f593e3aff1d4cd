using System.Diagnostics;

namespace Bridge.Benchmarks.Products;

/// <summary>The built product, in the same configuration as this program.</summary>
internal static class ProductFiles
{
    public static string Assembly()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "src", "Bridge.Host", "bin", configuration, "net10.0", "accessbridge.dll");
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new FileNotFoundException("The product is not built: run dotnet build first.");
    }

    /// <summary>Runs a verb to its end, and gives how long it took.</summary>
    /// <exception cref="InvalidOperationException">It ended with another code than 0.</exception>
    public static async Task<TimeSpan> RunAsync(string assembly, string[] arguments, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [assembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var elapsed = clock.Elapsed;
        return process.ExitCode == 0 ? elapsed : throw new InvalidOperationException($"{arguments[0]} ended with {process.ExitCode}: {await output}{await errors}");
    }
}
