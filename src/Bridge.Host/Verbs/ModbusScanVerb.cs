using System.CommandLine;
using Bridge.Devices.Modbus.Doctor;
using Bridge.Devices.Transport;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge modbus scan: which units are on a line, at which speed and parity.</summary>
internal static class ModbusScanVerb
{
    /// <summary>So many on one connection in a row, and none missing: the device does not look at the number.</summary>
    private const int Suspicious = 20;

    public static Command Create()
    {
        var choice = ModbusLineChoice.Create("9600,19200,115200,38400,57600", "none,even,odd", wait: 150);
        var units = new Option<string>("--units") { Description = "Which units to ask.", DefaultValueFactory = _ => "1-247" };
        var command = new Command("scan", "Find Modbus units on a line that nothing else uses. It only reads.") { units };
        choice.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var (plan, name, problem) = choice.Plan(parsed, "--units", parsed.GetRequiredValue(units));
            return plan is null ? Task.FromResult(Usage.Refuse(parsed, problem)) : RunAsync(plan, name, parsed.InvocationConfiguration, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(ModbusScanPlan plan, string name, InvocationConfiguration terminal, CancellationToken cancellationToken)
    {
        using var interruption = Interruption.Watch(cancellationToken);
        var report = new SweepReport(terminal.Error, name, TimeProvider.System);
        await terminal.Error.WriteLineAsync(
            $"asking {plan.Units.Count} units{(plan.Links.Count > 1 ? $" in {plan.Links.Count} formats" : "")}, about {SweepReport.Show(plan.Estimate)}; Ctrl+C ends it");
        var scan = new ModbusScan(plan, ByteLinks.Open, TimeProvider.System);
        var found = new List<FoundUnit>();
        var end = await Task.Run(() => scan.Run(
            unit =>
            {
                found.Add(unit);
                terminal.Output.WriteLine($"unit {unit.Unit} at {LinkWords.Of(unit.Link)}: {(unit.Identity.Length > 0 ? $"{unit.Identity}; " : "")}{unit.Answer}");
            },
            report.Tell, interruption.Token), CancellationToken.None);
        if (report.End(end) is { } exit)
        {
            return exit;
        }

        await terminal.Output.WriteLineAsync(found.Count switch { 0 => "no unit answered", 1 => "1 unit", var count => $"{count} units" });
        foreach (var remark in Remarks(plan, found, scan.Noises))
        {
            await terminal.Output.WriteLineAsync(remark);
        }

        return found.Count == 0 ? ExitCode.DeviceFailed : ExitCode.Ok;
    }

    private static IEnumerable<string> Remarks(ModbusScanPlan plan, List<FoundUnit> found, long noises)
    {
        if (found.Count >= Suspicious && found.Count == plan.Total)
        {
            yield return "every number answers: this is one device that does not look at the unit number";
        }

        if (noises > 0)
        {
            yield return "something was heard that is no answer: another speed or parity, units that answer late (ask again with --wait 1000), or two units with one number";
        }

        if (found.Count == 0)
        {
            yield return "Is the unit powered? Swap A and B: makers do not agree on which is which.";
        }
    }
}
