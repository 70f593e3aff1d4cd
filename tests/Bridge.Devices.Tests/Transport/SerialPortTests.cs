using Bridge.Devices.Transport;

namespace Bridge.Devices.Tests.Transport;

/// <summary>What is special about opening serial ports. On pseudo-terminals: they have no wire, no parity and no modem lines.</summary>
public sealed class SerialPortTests
{
    [Fact]
    public void A_second_open_of_the_same_port_is_refused_with_the_reason()
    {
        using var terminal = new PseudoTerminal();
        using (PtyBench.Open(terminal.Path))
        {
            Assert.Equal($"{terminal.Path} is already in use by another instance or line", WhyNot(PtyBench.Port(terminal.Path)));
        }

        // Closing gives the lease back.
        PtyBench.Open(terminal.Path).Dispose();
    }

    public static TheoryData<string, LinkDefinition.Serial, string> Refusals => new()
    {
        { "a cable that is not plugged in", PtyBench.Port("/dev/serial/by-id/usb-none"), "no such device: /dev/serial/by-id/usb-none" },
        { "a device of another kind", PtyBench.Port("/dev/null"), "/dev/null is not a serial port" },
        { "a directory", PtyBench.Port("/dev"), "cannot open /dev: Is a directory" },
        { "zero baud would hang up", PtyBench.Port("/dev/null") with { Baud = 0 }, "/dev/null: 0 is not a baud rate (50 to 4000000)" },
        { "nine data bits", PtyBench.Port("/dev/null") with { DataBits = 9 }, "/dev/null: 9 data bits do not exist (5 to 8)" },
        { "no stop bit", PtyBench.Port("/dev/null") with { StopBits = 0 }, "/dev/null: 0 stop bits do not exist (1 or 2)" },
    };

    [Theory, MemberData(nameof(Refusals))]
    public void A_port_that_cannot_be_opened_says_why(string why, LinkDefinition.Serial line, string reason) =>
        Assert.True(reason == WhyNot(line), $"{why}: {WhyNot(line)}");

    [Fact]
    public void An_RS_485_driver_that_is_asked_for_and_missing_is_an_error()
    {
        using var terminal = new PseudoTerminal();
        Assert.StartsWith(
            $"the driver of {terminal.Path} cannot switch an RS-485 transceiver", WhyNot(PtyBench.Port(terminal.Path) with { Rs485 = true }), StringComparison.Ordinal);
    }

    public static TheoryData<string, LinkDefinition.Serial> Formats => new()
    {
        { "the standard's own format", PtyBench.Port("") with { Baud = 19200, Parity = SerialParity.Even } },
        { "odd parity", PtyBench.Port("") with { Baud = 9600, Parity = SerialParity.Odd } },
        { "seven bits", PtyBench.Port("") with { Baud = 9600, DataBits = 7, Parity = SerialParity.Even } },
        { "two stop bits", PtyBench.Port("") with { Baud = 9600, StopBits = 2 } },
        { "a rate that no constant names", PtyBench.Port("") with { Baud = 12345 } },
        { "modem lines up", PtyBench.Port("") with { Dtr = true, Rts = true } },
    };

    /// <summary>Twice, because a pseudo-terminal's answer to parity depends on what was set before.</summary>
    [Theory, MemberData(nameof(Formats))]
    public void A_pseudo_terminal_takes_any_format(string why, LinkDefinition.Serial format)
    {
        using var terminal = new PseudoTerminal();
        for (var round = 0; round < 2; round++)
        {
            var opened = ByteLinks.Open(format with { Port = terminal.Path }, TimeProvider.System, TestContext.Current.CancellationToken);
            Assert.True(opened is LinkOpened.Open, $"{why}: {opened}");
            using var link = ((LinkOpened.Open)opened).Link;
            terminal.Send([0xFF, 0x00, 0x11, 0x13, 0x0D]);
            var buffer = new byte[16];
            var read = link.Read(buffer, TimeSpan.FromSeconds(2));
            Assert.Equal([0xFF, 0x00, 0x11, 0x13, 0x0D], buffer[..read.Count]);
        }
    }

    /// <summary>The by-id name stays, the device behind it is another one after the cable was pulled and put back.</summary>
    [Fact]
    public void A_port_opens_again_by_its_name_after_unplug()
    {
        var folder = Directory.CreateTempSubdirectory("replug");
        try
        {
            var name = Path.Combine(folder.FullName, "usb-adapter");
            using (var before = new PseudoTerminal())
            {
                File.CreateSymbolicLink(name, before.Path);
                using var link = PtyBench.Open(name);
                before.Dispose();
                Assert.Equal(LinkRead.Lost, link.Read(new byte[8], TimeSpan.FromSeconds(2)));
                File.Delete(name);
                Assert.Equal($"no such device: {name}", WhyNot(PtyBench.Port(name)));
            }

            using var after = new PseudoTerminal();
            File.CreateSymbolicLink(name, after.Path);
            using var again = PtyBench.Open(name);
            after.Send([42]);
            Assert.Equal(LinkRead.Bytes(1), again.Read(new byte[8], TimeSpan.FromSeconds(2)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string WhyNot(LinkDefinition.Serial line) =>
        Assert.IsType<LinkOpened.Failed>(ByteLinks.Open(line, TimeProvider.System, CancellationToken.None)).Reason;
}
