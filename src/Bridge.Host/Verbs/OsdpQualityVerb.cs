using System.CommandLine;
using System.Globalization;
using Bridge.Devices.Osdp.Doctor;
using Bridge.Devices.Transport;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge osdp quality: what is wrong with a line, in words.</summary>
internal static class OsdpQualityVerb
{
    private const int HighestAddress = 126;
    private const int UsualAsks = 200;

    public static Command Create()
    {
        var line = LineChoice.Create();
        var addresses = new Option<string>("--address", "-a") { Description = "The readers to ask, for example 0 or 1-4.", Required = true };
        var baud = new Option<int>("--baud") { Description = "The speed of the line.", DefaultValueFactory = _ => 9600 };
        var asks = new Option<int>("--asks") { Description = "Questions to each reader, 10 to 100000.", DefaultValueFactory = _ => UsualAsks };
        var command = new Command("quality", "Measure a line that nothing else uses, and say what is wrong with it and what to do.")
        {
            line.Port, line.Tcp, line.Rs485, addresses, baud, asks,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var (name, problem) = line.Name(parsed);
            var asked = NumberList.Parse(parsed.GetRequiredValue(addresses), 0, HighestAddress);
            problem = problem.Length > 0 ? problem
                : asked is null ? $"--address: expected numbers of 0 to {HighestAddress} like 0 or 1-4, found '{parsed.GetValue(addresses)}'."
                : parsed.GetValue(asks) is < 10 or > 100_000 ? $"--asks: expected 10 to 100000, found {parsed.GetValue(asks)}."
                : "";
            if (problem.Length > 0)
            {
                return Task.FromResult(Usage.Refuse(parsed, problem));
            }

            var link = line.Links(parsed, [(parsed.GetValue(baud), SerialParity.None, 1)])[0];
            return RunAsync(link, name!, [.. asked!.Select(address => (byte)address)], parsed.GetValue(asks), parsed.InvocationConfiguration, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        LinkDefinition link, string name, IReadOnlyList<byte> addresses, int asks, InvocationConfiguration terminal, CancellationToken cancellationToken)
    {
        using var interruption = Interruption.Watch(cancellationToken);
        var report = new SweepReport(terminal.Error, name, TimeProvider.System);
        var isWell = true;
        var end = await Task.Run(() => new OsdpQuality(link, ByteLinks.Open, TimeProvider.System).Run(
            addresses, asks, figures => isWell &= Print(figures, terminal.Output), report.Tell, interruption.Token), CancellationToken.None);
        return report.End(end) ?? (isWell ? ExitCode.Ok : ExitCode.DeviceFailed);
    }

    private static bool Print(QualityFigures figures, TextWriter output)
    {
        var findings = LineDiagnosis.Of(figures);
        var isWell = findings.All(finding => finding.IsHarmless);
        var times = figures.Thinking;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"address {figures.Address}: {(isWell ? "healthy" : "NOT WELL")}. {figures.Answered} of {figures.Asked} questions answered; the reader takes {times.Median.TotalMilliseconds:0.0} ms "
            + $"(99 of 100 within {times.Quantile(0.99).TotalMilliseconds:0.0}, longest {times.Longest.TotalMilliseconds:0.0})"));
        foreach (var finding in findings)
        {
            output.WriteLine($"  {Name(finding.Trouble)}: {finding.Seen}.");
            output.WriteLine($"    {finding.ToDo}");
        }

        return isWell;
    }

    private static string Name(LineTrouble trouble) => trouble switch
    {
        LineTrouble.NobodyAnswers => "nobody answers",
        LineTrouble.OnlyNoise => "only noise",
        LineTrouble.AddressClash => "address clash",
        LineTrouble.WrongAddress => "wrong address",
        LineTrouble.DamagedReplies => "damaged answers (termination, reflections, noise)",
        LineTrouble.DamagedCommands => "damaged questions",
        LineTrouble.FloatingLine => "floating line (bias is missing)",
        LineTrouble.LostReplies => "lost answers",
        LineTrouble.SlowAdapter => "slow adapter",
        LineTrouble.SlowReader => "slow reader",
        LineTrouble.Busy => "busy reader",
        LineTrouble.Echo => "local echo (harmless)",
    };
}
