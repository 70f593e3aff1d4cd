using System.Diagnostics;

namespace Bridge.Benchmarks.Peers;

/// <summary>The programs in C that a run is compared with, built from tests/peers into a folder of their own that goes with the run.</summary>
internal sealed class PeerFolder : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("accessbridge-peers-").FullName;

    /// <exception cref="InvalidOperationException">The compiler or the library is missing; the message says what to install.</exception>
    public async Task<string> BuildAsync(string name, CancellationToken cancellationToken)
    {
        var program = Path.Combine(directory, name);
        string[] arguments = ["-O2", "-o", program, Path.Combine(Sources(), name + ".c"), "-I/usr/include/modbus", .. name.StartsWith("libmodbus", StringComparison.Ordinal) ? ["-lmodbus"] : Array.Empty<string>()];
        try
        {
            using var compiler = Process.Start(new ProcessStartInfo("gcc", arguments) { RedirectStandardError = true })!;
            var errors = await compiler.StandardError.ReadToEndAsync(cancellationToken);
            await compiler.WaitForExitAsync(cancellationToken);
            return compiler.ExitCode == 0 ? program : throw new InvalidOperationException($"{name}.c was not built; install gcc and libmodbus-dev.\n{errors}");
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException("There is no C compiler; install gcc and libmodbus-dev.", missing);
        }
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private static string Sources()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "tests", "peers");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException("tests/peers is not above this program: run it from the repository.");
    }
}
