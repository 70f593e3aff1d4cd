using System.CommandLine;
using Bridge.Devices.Doctor;
using Bridge.Devices.Osdp.Doctor;
using Bridge.Devices.Transport;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge osdp capture: listens beside another control panel and writes down what is said, without its secrets.</summary>
internal static class OsdpCaptureVerb
{
    private const int UsualSeconds = 60;
    private const int MostSeconds = 86_400;

    public static Command Create()
    {
        var line = LineChoice.Create();
        var baud = new Option<int>("--baud") { Description = "The speed of the line.", DefaultValueFactory = _ => 9600 };
        var seconds = new Option<int>("--seconds") { Description = $"How long to listen, 1 to {MostSeconds}.", DefaultValueFactory = _ => UsualSeconds };
        var file = new Option<string>("--out", "-o") { Description = "The file to write, .osdpcap or .pcap; one that exists is never overwritten.", Required = true };
        var command = new Command("capture", "Listen on a line without ever sending, and write the frames to a file with secrets removed.")
        {
            line.Port, line.Tcp, line.Rs485, baud, seconds, file,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var (name, problem) = line.Name(parsed);
            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            problem = problem.Length > 0 ? problem
                : parsed.GetValue(seconds) is < 1 or > MostSeconds ? $"--seconds: expected 1 to {MostSeconds}, found {parsed.GetValue(seconds)}."
                : Path.GetExtension(path) is not (".osdpcap" or ".pcap") ? $"--out: expected a name that ends in .osdpcap or .pcap, found '{parsed.GetValue(file)}'."
                : File.Exists(path) ? $"{path} exists; it was not overwritten."
                : "";
            if (problem.Length > 0)
            {
                return Task.FromResult(Usage.Refuse(parsed, problem));
            }

            var link = line.Links(parsed, [(parsed.GetValue(baud), SerialParity.None, 1)])[0];
            return RunAsync(link, name!, path, TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.InvocationConfiguration, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        LinkDefinition link, string name, string path, TimeSpan length, InvocationConfiguration terminal, CancellationToken cancellationToken)
    {
        using var interruption = Interruption.Watch(cancellationToken);
        var report = new SweepReport(terminal.Error, name, TimeProvider.System);
        var capture = new OsdpCapture(link, ByteLinks.Open, TimeProvider.System);
        SweepEnd end;
        try
        {
            using var file = Create(path);
            await terminal.Error.WriteLineAsync($"listening on {name} for {SweepReport.Show(length)}; Ctrl+C ends it");
            end = await Task.Run(() => capture.Run(length, file.Write, interruption.Token), CancellationToken.None);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync($"{path} cannot be written: {failed.Message}");
            return ExitCode.NoInput;
        }

        if (end is SweepEnd.OpenFailed)
        {
            File.Delete(path);
            return report.End(end) ?? ExitCode.NoInput;
        }

        await terminal.Output.WriteLineAsync(
            $"{path}: {capture.Frames} frames; {capture.CheckErrors} with a wrong check and {capture.StrayBytes} bytes that are no frame were left out, they may hold parts of a secret");
        return end is SweepEnd.LinkLost ? report.End(end) ?? ExitCode.NoInput : ExitCode.Ok;
    }

    /// <summary>Open to its owner only: what was blanked is gone, and who comes and goes when is nobody else's business.</summary>
    private static ICaptureFile Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var stream = new FileStream(path, options);
        return Path.GetExtension(path) == ".pcap" ? PcapFile.Begin(stream) : new OsdpCapFile(stream);
    }
}
