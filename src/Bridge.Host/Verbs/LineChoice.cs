using System.CommandLine;
using System.Globalization;
using Bridge.Devices.Transport;

namespace Bridge.Host.Verbs;

/// <summary>Which line a verb works on: a serial port or a network address.</summary>
internal sealed record LineChoice(Option<string> Port, Option<string> Tcp, Option<bool> Rs485)
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    public static LineChoice Create() => new(
        new Option<string>("--serial-port") { Description = "The port, best its name below /dev/serial/by-id.", HelpName = "port" },
        new Option<string>("--tcp") { Description = "A serial device server instead of a port.", HelpName = "host:port" },
        new Option<bool>("--rs485") { Description = "Have the kernel driver switch the direction of the line, as rs485 in the site file." });

    /// <summary>What the line is called; null, and a problem, when not exactly one is named or the address is none.</summary>
    public (string? Name, string Problem) Name(ParseResult parsed) => (parsed.GetValue(Port), parsed.GetValue(Tcp)) switch
    {
        ({ Length: > 0 } port, null) => (port, ""),
        (null, { Length: > 0 } address) when Split(address) is not null => (address, ""),
        (null, { } address) => (null, $"--tcp: expected host:port, found '{address}'."),
        _ => (null, "Say either --serial-port or --tcp."),
    };

    /// <summary>The links to open; <paramref name="serial"/> makes one of each format. Only after <see cref="Name"/> found no problem.</summary>
    public IReadOnlyList<LinkDefinition> Links(ParseResult parsed, IEnumerable<(int Baud, SerialParity Parity, int StopBits)> serial) =>
        parsed.GetValue(Port) is { } port
            ? [.. serial.Select(format => new LinkDefinition.Serial(
                port, format.Baud, format.Parity, 8, format.StopBits, parsed.GetValue(Rs485), LocalEcho: false, Dtr: false, Rts: false))]
            : Split(parsed.GetValue(Tcp)!) is var (host, number) ? [new LinkDefinition.Tcp(host, number, ConnectTimeout)] : [];

    private static (string Host, int Port)? Split(string address)
    {
        var colon = address.LastIndexOf(':');
        return colon > 0 && int.TryParse(address.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? (address[..colon].Trim('[', ']'), port)
            : null;
    }
}
