using System.CommandLine;
using Bridge.Devices.Modbus.Doctor;
using Bridge.Devices.Transport;

namespace Bridge.Host.Verbs;

/// <summary>The options of the Modbus verbs: which line, its speeds and parities, and how long a unit may think.</summary>
internal sealed record ModbusLineChoice(LineChoice Line, Option<bool> Rtu, Option<string> Bauds, Option<string> Parities, Option<int> Wait)
{
    public static ModbusLineChoice Create(string bauds, string parities, int wait) => new(
        LineChoice.Create(),
        new Option<bool>("--rtu") { Description = "With --tcp: serial frames through a device server, not Modbus TCP." },
        new Option<string>("--bauds") { Description = "Speeds, in this order.", DefaultValueFactory = _ => bauds },
        new Option<string>("--parities") { Description = "none, even, odd; in this order.", DefaultValueFactory = _ => parities },
        new Option<int>("--wait") { Description = "Milliseconds that a unit may think, 20 to 10000.", DefaultValueFactory = _ => wait });

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Line.Port, Line.Tcp, Line.Rs485, Rtu, Bauds, Parities, Wait])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The plan, or what is wrong with the options.</summary>
    public (ModbusScanPlan? Plan, string Name, string Problem) Plan(ParseResult parsed, string option, string units)
    {
        var (name, problem) = Line.Name(parsed);
        var bauds = NumberList.Parse(parsed.GetRequiredValue(Bauds), 1200, 1_000_000);
        var parities = Parsed(parsed.GetRequiredValue(Parities));
        var isTcp = parsed.GetValue(Line.Tcp) is not null && !parsed.GetValue(Rtu);
        var asked = NumberList.Parse(units, isTcp ? 0 : 1, isTcp ? 255 : 247);
        problem = problem.Length > 0 ? problem
            : bauds is null ? $"--bauds: expected speeds like 9600,19200, found '{parsed.GetValue(Bauds)}'."
            : parities is null ? $"--parities: expected none, even or odd, found '{parsed.GetValue(Parities)}'."
            : asked is null ? $"{option}: expected numbers of {(isTcp ? "0 to 255" : "1 to 247")} like 1-32 or 1,5, found '{units}'."
            : parsed.GetValue(Wait) is < 20 or > 10_000 ? $"--wait: expected 20 to 10000 milliseconds, found {parsed.GetValue(Wait)}."
            : "";
        if (problem.Length > 0)
        {
            return (null, "", problem);
        }

        // Without parity the standard wants two stop bits; nearly everything has one and takes both.
        var links = Line.Links(parsed, bauds!.SelectMany(baud => parities!.Select(parity => (baud, parity, 1))));
        return (new ModbusScanPlan(links, isTcp, [.. asked!.Select(unit => (byte)unit)], TimeSpan.FromMilliseconds(parsed.GetValue(Wait))), name!, "");
    }

    private static List<SerialParity>? Parsed(string text)
    {
        var parities = new List<SerialParity>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (char.IsAsciiDigit(part.FirstOrDefault('0')) || !Enum.TryParse<SerialParity>(part, ignoreCase: true, out var parity))
            {
                return null;
            }

            parities.Add(parity);
        }

        return parities;
    }
}
