using System.CommandLine;
using System.Globalization;
using Bridge.Devices.Modbus;
using Bridge.Devices.Modbus.Doctor;
using Bridge.Devices.Transport;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge modbus timeout: how long a unit takes to answer, and which responseTimeout follows from that.</summary>
internal static class ModbusTimeoutVerb
{
    private const int Patience = 2000;
    private const int UsualAsks = 500;

    public static Command Create()
    {
        var choice = ModbusLineChoice.Create("9600", "none", Patience);
        var unit = new Option<int>("--unit") { Description = "The unit to ask.", Required = true };
        var register = new Option<int>("--register") { Description = "The register to read, 0 to 65535.", DefaultValueFactory = _ => 0 };
        var table = new Option<string>("--table") { Description = "holding or input.", DefaultValueFactory = _ => "holding" };
        table.AcceptOnlyFromAmong("holding", "input");
        var asks = new Option<int>("--asks") { Description = "How many reads, 10 to 100000.", DefaultValueFactory = _ => UsualAsks };
        var command = new Command("timeout", "Measure how long a unit takes to answer, on a line that nothing else uses, and say which time-out to set.")
        {
            unit, register, table, asks,
        };
        choice.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var (plan, name, problem) = choice.Plan(parsed, "--unit", parsed.GetValue(unit).ToString(CultureInfo.InvariantCulture));
            problem = problem.Length > 0 ? problem
                : parsed.GetValue(register) is < 0 or > ushort.MaxValue ? $"--register: expected 0 to 65535, found {parsed.GetValue(register)}."
                : parsed.GetValue(asks) is < 10 or > 100_000 ? $"--asks: expected 10 to 100000, found {parsed.GetValue(asks)}."
                : "";
            return problem.Length > 0 ? Task.FromResult(Usage.Refuse(parsed, problem)) : RunAsync(
                plan!, name, parsed.GetValue(table) == "input" ? ModbusTable.InputRegisters : ModbusTable.HoldingRegisters, (ushort)parsed.GetValue(register),
                parsed.GetValue(asks), parsed.InvocationConfiguration, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        ModbusScanPlan plan, string name, ModbusTable table, ushort register, int asks, InvocationConfiguration terminal, CancellationToken cancellationToken)
    {
        using var interruption = Interruption.Watch(cancellationToken);
        var report = new SweepReport(terminal.Error, name, TimeProvider.System);
        var (end, figures) = await Task.Run(
            () => new ModbusTimeout(plan, ByteLinks.Open, TimeProvider.System).Run(table, register, asks, report.Tell, interruption.Token), CancellationToken.None);
        var exit = report.End(end);
        if (figures is null)
        {
            return exit ?? ExitCode.DeviceFailed;
        }

        var times = figures.Thinking;
        await terminal.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"unit {figures.Unit}: {times.Count} of {figures.Asked} reads answered, half within {times.Median.TotalMilliseconds:0.0} ms, "
            + $"99 of 100 within {times.Quantile(0.99).TotalMilliseconds:0.0} ms, longest {times.Longest.TotalMilliseconds:0.0} ms"));
        var advice = TimeoutAdvice.Of(figures);
        if (advice.Timeout is { } timeout)
        {
            await terminal.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"set \"responseTimeout\": \"{timeout.TotalMilliseconds:0} ms\" at this device in the site file"));
        }

        await terminal.Output.WriteLineAsync(advice.Words);
        return advice.Timeout is null ? ExitCode.DeviceFailed : ExitCode.Ok;
    }
}
