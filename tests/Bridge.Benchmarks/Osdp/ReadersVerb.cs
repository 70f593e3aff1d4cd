using System.CommandLine;
using System.Diagnostics;
using Bridge.Simulators.Clocks;
using Bridge.Simulators.Links;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Faults;
using Bridge.Simulators.Osdp.Lines;
using Bridge.Simulators.People;

namespace Bridge.Benchmarks.Osdp;

/// <summary>
/// The simulated readers, in a process of their own so that none of their time is counted as the driver's. Told what to do on its input: "cards" and
/// their distance in milliseconds, "quiet", "trouble", "stamps". Ends with its input.
/// </summary>
internal static class ReadersVerb
{
    public const string Name = "osdp-readers";
    public const int Facility = 7;
    private const byte Poll = 0x60;
    private const byte UnknownCommand = 3;
    private static readonly Option<int> Baud = new("--baud");
    private static readonly Option<int> Readers = new("--readers");
    private static readonly Option<bool> Secure = new("--secure");

    public static Command Create()
    {
        var command = new Command(Name, "The readers of the verb osdp; it starts them itself.") { Baud, Readers, Secure };
        command.Hidden = true;
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>Not one of the keys that are refused, and another one for each reader.</summary>
    public static byte[] Key(int address) => [.. Enumerable.Range(0, 16).Select(place => (byte)(((place * place * 7) + (address * 31) + 90) & 0xFF))];

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new PlatformNotSupportedException("Pseudo-terminals are there on Linux only.");
        }

        var baud = arguments.GetValue(Baud);
        using var surroundings = new Surroundings(TimeProvider.System);
        var bus = new OsdpLine("readers", surroundings) { Pace = new LinePace { BitsPerSecond = baud, Turnaround = Load.Turnaround, BytesTogether = 8 } };
        var readers = Enumerable.Range(0, arguments.GetValue(Readers)).Select(address => new OsdpReader(
            $"reader{address}", (byte)address, surroundings, new ReaderProfile { BitsPerSecond = baud, Key = arguments.GetValue(Secure) ? Key(address) : null })).ToList();
        readers.ForEach(bus.Add);
        var path = Path.Combine(Path.GetTempPath(), $"accessbridge-readers-{Environment.ProcessId}");
        var stamped = new StampedBus(bus);
        await using var link = new PtySlave(stamped, path);
        link.Start();
        System.Console.WriteLine($"ready {path}");
        await ObeyAsync(readers, stamped, cancellationToken);
        return 0;
    }

    private static async Task ObeyAsync(List<OsdpReader> readers, StampedBus bus, CancellationToken cancellationToken)
    {
        var people = new CardStream(readers);
        while (await System.Console.In.ReadLineAsync(cancellationToken) is { } order)
        {
            switch (order.Split(' '))
            {
                case ["cards", var distance]:
                    people.Begin(TimeSpan.FromMilliseconds(double.Parse(distance, System.Globalization.CultureInfo.InvariantCulture)), cancellationToken);
                    break;
                case ["quiet"]:
                    await people.EndAsync();
                    System.Console.WriteLine("quiet");
                    break;
                case ["stamps"]:
                    System.Console.WriteLine($"stamps {string.Join(' ', bus.Take())}");
                    break;
                case ["trouble"]:
                    // The first five of eight: one is well and hears nothing of it, the others are the four troubles.
                    readers[1].SetFaults(new ReaderFaults { Drop = 1 });
                    readers[2].SetFaults(new ReaderFaults { Delay = 1, DelayBy = TroubledLine.SlowAnswer - Load.Turnaround });
                    readers[3].SetFaults(new ReaderFaults { Busy = -1 });
                    readers[4].SetFaults(new ReaderFaults { Refuse = new Dictionary<byte, byte> { [Poll] = UnknownCommand } });
                    break;
                default:
                    throw new InvalidOperationException($"not an order: {order}");
            }
        }
    }
}
