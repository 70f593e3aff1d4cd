using System.CommandLine;
using System.Globalization;
using Bridge.Devices.Osdp.Doctor;
using Bridge.Devices.Transport;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge osdp scan: who is on a line, at which speed and address.</summary>
internal static class OsdpScanVerb
{
    private const int HighestAddress = 126;
    private const int SerialWait = 60;
    private const int NetworkWait = 150;
    private const string UsualBauds = "9600,38400,115200,19200,57600,230400";

    public static Command Create()
    {
        var line = LineChoice.Create();
        var addresses = new Option<string>("--addresses") { Description = "Which addresses to ask.", DefaultValueFactory = _ => "0-126" };
        var bauds = new Option<string>("--bauds") { Description = "Which speeds to try, in this order.", DefaultValueFactory = _ => UsualBauds };
        var wait = new Option<int?>("--wait") { Description = $"Milliseconds at each address, 5 to 1000; {SerialWait} on a port, {NetworkWait} on a network unless said." };
        var command = new Command("scan", "Find OSDP readers on a line that nothing else uses. It changes nothing at a reader.")
        {
            line.Port, line.Tcp, line.Rs485, addresses, bauds, wait,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var (name, problem) = line.Name(parsed);
            var asked = NumberList.Parse(parsed.GetRequiredValue(addresses), 0, HighestAddress);
            var speeds = NumberList.Parse(parsed.GetRequiredValue(bauds), 1200, 1_000_000);
            var patience = parsed.GetValue(wait) ?? (parsed.GetValue(line.Port) is null ? NetworkWait : SerialWait);
            problem = problem.Length > 0 ? problem
                : asked is null ? $"--addresses: expected numbers of 0 to {HighestAddress} like 0-126 or 1,5, found '{parsed.GetValue(addresses)}'."
                : speeds is null ? $"--bauds: expected speeds like {UsualBauds}, found '{parsed.GetValue(bauds)}'."
                : patience is < 5 or > 1000 ? $"--wait: expected 5 to 1000 milliseconds, found {patience}."
                : "";
            if (problem.Length > 0)
            {
                return Task.FromResult(Usage.Refuse(parsed, problem));
            }

            var links = line.Links(parsed, speeds!.Select(baud => (baud, SerialParity.None, 1)));
            var plan = new OsdpScanPlan(links, [.. asked!.Select(address => (byte)address)], TimeSpan.FromMilliseconds(patience));
            return RunAsync(plan, name!, parsed.InvocationConfiguration, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(OsdpScanPlan plan, string name, InvocationConfiguration terminal, CancellationToken cancellationToken)
    {
        using var interruption = Interruption.Watch(cancellationToken);
        var report = new SweepReport(terminal.Error, name, TimeProvider.System);
        await terminal.Error.WriteLineAsync(
            $"asking {plan.Addresses.Count} addresses{(plan.Links.Count > 1 ? $" at {plan.Links.Count} speeds" : "")}, about {SweepReport.Show(plan.Estimate)}; Ctrl+C ends it");
        var scan = new OsdpScan(plan, ByteLinks.Open, TimeProvider.System);
        var readers = new List<FoundReader>();
        var end = await Task.Run(() => scan.Run(
            reader =>
            {
                readers.Add(reader);
                Print(reader, terminal.Output);
            },
            report.Tell, interruption.Token), CancellationToken.None);
        if (report.End(end) is { } exit)
        {
            return exit;
        }

        await terminal.Output.WriteLineAsync(readers.Count switch { 0 => "no reader answered", 1 => "1 reader", var count => $"{count} readers" });
        if (scan.Noises > 0)
        {
            await terminal.Output.WriteLineAsync(
                $"at {scan.Noises} addresses something was heard that is no answer: noise, a slow reader (ask again with --wait 250), or two readers with one address");
        }

        if (readers.Count == 0)
        {
            await terminal.Output.WriteLineAsync("Is the reader powered? Is A on A and B on B? Some makers count addresses from 1 where the wire counts from 0.");
        }

        return readers.Count == 0 ? ExitCode.DeviceFailed : ExitCode.Ok;
    }

    private static void Print(FoundReader reader, TextWriter output)
    {
        var place = reader.Baud is null ? $"address {reader.Address}" : $"address {reader.Address} at {reader.Baud} baud";
        output.WriteLine(reader.Identity is { } identity
            ? string.Create(CultureInfo.InvariantCulture,
                $"{place}: vendor {identity.Vendor}, model {identity.Model} version {identity.Version}, serial {identity.Serial} ({identity.Serial:X8}), firmware {identity.Firmware}")
            : $"{place}: somebody answers, and who cannot be made out");
        if (reader.IsClash)
        {
            output.WriteLine("  TWO DEVICES HAVE THIS ADDRESS: connect them one at a time and give each its own");
        }

        if (reader.Capabilities.Count > 0)
        {
            output.WriteLine($"  {string.Join(", ", reader.Capabilities)}");
        }

        if (reader.Identity is not null)
        {
            output.WriteLine($"  {Say(reader.Secure)}");
        }
    }

    private static string Say(SecureOffer offer) => offer switch
    {
        SecureOffer.DefaultKey => "secure channel: answers to the standard's default key, so it is new or in install mode; give it a key of its own",
        SecureOffer.OwnKeyOnly => "secure channel: has a key of its own, the default key is refused",
        SecureOffer.None => "secure channel: none; it can be read in clear only",
        SecureOffer.Silent => "secure channel: it is silent when it is asked for one with the default key",
        SecureOffer.Unclear => "secure channel: its answer makes no sense",
    };
}
