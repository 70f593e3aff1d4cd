using System.CommandLine;
using System.Globalization;
using Bridge.Benchmarks.Peers;
using Bridge.Benchmarks.Reporting;
using Bridge.Devices.Modbus;
using Bridge.Devices.Transport;

namespace Bridge.Benchmarks.Modbus;

/// <summary>The Modbus master beside libmodbus, on the same processor as the slave of both.</summary>
internal static class ModbusVerb
{
    private static readonly Option<bool> Quick = new("--quick") { Description = "A few seconds: only proves that it runs." };
    private static readonly Option<int> Rounds = new("--rounds") { Description = "Rounds, each with both masters.", DefaultValueFactory = _ => 15 };
    private static readonly Option<int> Core = new("--core") { Description = "The processor for slave and masters.", DefaultValueFactory = _ => Environment.ProcessorCount - 1 };

    public static Command Create()
    {
        var command = new Command("modbus", "Read 10 holding registers on TCP and on a pseudo-terminal, beside libmodbus.") { Quick, Rounds, Core };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (quick, core) = (arguments.GetValue(Quick), arguments.GetValue(Core));
        var rounds = quick ? 2 : arguments.GetValue(Rounds);
        Machine.Describe();
        using var peers = new PeerFolder();
        var slave = await peers.BuildAsync("raw_slave", cancellationToken);
        var client = await peers.BuildAsync("libmodbus_client", cancellationToken);
        using var tcp = await PeerProcess.StartAsync(core, slave, ["tcp"], cancellationToken);
        using var pty = await PeerProcess.StartAsync(core, slave, ["pty"], cancellationToken);
        var port = int.Parse(tcp.Address, CultureInfo.InvariantCulture);
        var socket = new LinkDefinition.Tcp("127.0.0.1", port, TimeSpan.FromSeconds(2));
        var terminal = new LinkDefinition.Serial(pty.Address, 115200, SerialParity.None, 8, 1, Rs485: false, LocalEcho: false, Dtr: false, Rts: false);
        // There is no wire whose silences could be kept, and libmodbus keeps none: both are measured at what the terminal can do.
        var unpaced = ModbusTiming.ForSerial(terminal) with { CharacterTime = TimeSpan.Zero, Silence = TimeSpan.Zero };
        Comparison[] comparisons =
        [
            new("TCP", new OwnMaster(socket, ModbusFraming.Tcp, ModbusTiming.Tcp, core), client, ["tcp", "127.0.0.1", tcp.Address], core),
            new("pty", new OwnMaster(terminal, ModbusFraming.Rtu, unpaced, core), client, ["rtu", pty.Address], core),
        ];
        await comparisons[0].RunAsync(rounds, quick ? 2_000 : 30_000, cancellationToken);
        await comparisons[1].RunAsync(rounds, quick ? 500 : 5_000, cancellationToken);
        var spoiled = new OwnMaster(socket, ModbusFraming.Tcp, ModbusTiming.Tcp, core) { IsSpoiled = true };
        return Report(comparisons, await spoiled.RunAsync(1_000, cancellationToken), $"{rounds} rounds in turn, medians; slave and masters on processor {core}", quick);
    }

    private static int Report(Comparison[] comparisons, Round control, string how, bool quick)
    {
        var table = new Table("master", "trans/s", "p50 us", "p99 us", "CPU us", "B", "wrong");
        var report = new Report();
        foreach (var comparison in comparisons)
        {
            comparison.Report(table, report);
        }

        table.Write($"Read 10 holding registers, {how}");
        System.Console.WriteLine($"positive control: {control.Wrong} of {control.Transactions} answers found wrong, {control.Bytes / control.Transactions} B per transaction");
        report.Add(Target.AtLeast("positive control: wrong answers found", (double)control.Wrong / control.Transactions, 1, "of 1"));
        report.Add(Target.AtLeast("positive control: an object for each transaction seen", (double)control.Bytes / control.Transactions, 24, "B"));
        return report.Close(quick);
    }
}
