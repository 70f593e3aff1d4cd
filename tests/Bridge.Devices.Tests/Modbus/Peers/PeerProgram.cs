using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Bridge.Devices.Tests.Modbus.Peers;

/// <summary>
/// Programs that are not ours. Where a developer lacks what they need, the test is skipped and says what to install; a CI machine must have it.
/// </summary>
internal static class PeerProgram
{
    public const string Python = "/usr/bin/python3";
    public const string Socat = "/usr/bin/socat";
    private const string Compiler = "/usr/bin/gcc";
    private const string PackageConfiguration = "/usr/bin/pkg-config";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static string Source(string name) => Path.Combine(AppContext.BaseDirectory, "peers", name);

    public static void RequireSocat() => Require(File.Exists(Socat), "socat is missing (Debian: apt-get install socat).");

    public static void RequirePython() => Require(File.Exists(Python), $"{Python} is missing (Debian: apt-get install python3).");

    public static async Task RequirePymodbusAsync(CancellationToken cancellationToken)
    {
        RequirePython();
        var (exitCode, _) = await RunAsync(Python, ["-c", "import pymodbus.server"], cancellationToken);
        Require(exitCode == 0, "pymodbus is missing (Debian: apt-get install python3-pymodbus python3-serial python3-serial-asyncio).");
    }

    /// <summary>Compiles a program of the peers folder into a folder of the test.</summary>
    public static async Task<string> CompileAsync(string source, string folder, bool withLibmodbus, CancellationToken cancellationToken)
    {
        Require(RuntimeInformation.IsOSPlatform(OSPlatform.Linux) && File.Exists(Compiler), "A C compiler is missing (Debian: apt-get install gcc libc6-dev).");
        string[] flags = [];
        if (withLibmodbus)
        {
            const string install = "libmodbus is missing (Debian: apt-get install libmodbus-dev pkg-config).";
            Require(File.Exists(PackageConfiguration), install);
            var (found, text) = await RunAsync(PackageConfiguration, ["--cflags", "--libs", "libmodbus"], cancellationToken);
            Require(found == 0, install);
            flags = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        }

        var program = Path.Combine(folder, Path.GetFileNameWithoutExtension(source));
        var (exitCode, errors) = await RunAsync(Compiler, ["-O1", "-Wall", "-o", program, Source(source), .. flags], cancellationToken);
        Assert.True(exitCode == 0, errors);
        return program;
    }

    /// <summary>Runs to the end; both outputs together.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, string.Concat(texts));
    }

    private static void Require(bool present, string missing)
    {
        if (!present)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", missing);
            Assert.Skip(missing);
        }
    }
}
