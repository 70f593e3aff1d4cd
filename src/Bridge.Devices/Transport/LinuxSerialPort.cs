using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bridge.Devices.Transport;

/// <summary>Opens a serial port on Linux: exclusive for us, raw, with DTR, RTS and RS-485 as the site says.</summary>
[SupportedOSPlatform("linux")]
internal static class LinuxSerialPort
{
    private const nuint SetExclusive = 0x540C;
    private const nuint Flush = 0x540B;
    private const nint FlushBoth = 2;
    private const nuint RaiseLines = 0x5416;
    private const nuint LowerLines = 0x5417;
    private const int DataTerminalReady = 2;
    private const int RequestToSend = 4;

    public static LinkOpened Open(LinkDefinition.Serial line, TimeProvider time)
    {
        if (!LinuxProcessors.AreNumbersRight(RuntimeInformation.ProcessArchitecture))
        {
            return new LinkOpened.Failed($"serial ports are not supported on {RuntimeInformation.ProcessArchitecture}: use a serial server and modbusRtuOverTcp");
        }

        const int flags = LinuxCalls.OpenReadWrite | LinuxCalls.OpenNoControllingTerminal | LinuxCalls.OpenNonBlocking | LinuxCalls.OpenCloseOnExec;
        var port = LinuxCalls.OpenFile(line.Port, flags);
        if (port.IsInvalid)
        {
            var error = Marshal.GetLastPInvokeError();
            return new LinkOpened.Failed(WhyNotOpened(line.Port, error)) { IsInUse = error == LinuxCalls.Busy };
        }

        // The lease of our own comes first: TIOCEXCL does not stop a second instance that runs as root.
        if (LinuxCalls.Lock(port, LinuxCalls.LockExclusiveNow) != 0)
        {
            port.Dispose();
            return new LinkOpened.Failed($"{line.Port} is already in use by another instance or line") { IsInUse = true };
        }

        if (Configure(port, line) is { } reason)
        {
            port.Dispose();
            return new LinkOpened.Failed(reason);
        }

        var wake = LinuxCalls.CreateEvent();
        if (wake.IsInvalid)
        {
            port.Dispose();
            return new LinkOpened.Failed($"out of file descriptors while opening {line.Port} (error {Marshal.GetLastPInvokeError()})");
        }

        return new LinkOpened.Open(new DescriptorLink(port, wake, owner: null, time));
    }

    private static string WhyNotOpened(string path, int error) => error switch
    {
        LinuxCalls.NoSuchFile => $"no such device: {path}",
        LinuxCalls.NoSuchDevice or LinuxCalls.NoSuchDeviceOrAddress or LinuxCalls.InputOutputError =>
            $"no such device: {path} is a name without hardware behind it (error {error})",
        LinuxCalls.NoPermission => $"no permission to open {path}: add the service's user to the group that owns it (often dialout)",
        LinuxCalls.Busy => $"{path} is already in use by another program",
        _ => $"cannot open {path}: {Marshal.GetPInvokeErrorMessage(error)}",
    };

    private static string? Configure(DescriptorHandle port, LinkDefinition.Serial line) =>
        SetFormat(port, line)
        ?? (LinuxCalls.Control(port, SetExclusive, 0) != 0 ? $"cannot reserve {line.Port} (error {Marshal.GetLastPInvokeError()})" : null)
        ?? SetModemLine(port, line, DataTerminalReady, line.Dtr, "DTR")
        ?? (line.Rs485 ? LetDriverSwitchDirection(port, line) : SetModemLine(port, line, RequestToSend, line.Rts, "RTS"))
        ?? Discard(port);

    private static string? SetFormat(DescriptorHandle port, LinkDefinition.Serial line)
    {
        var settings = default(TerminalSettings);
        if (LinuxCalls.Control(port, TerminalSettings.Get, ref settings) != 0)
        {
            return $"{line.Port} is not a serial port";
        }

        settings.MakeRaw(line);
        var wanted = settings.Format;
        if (LinuxCalls.Control(port, TerminalSettings.Set, ref settings) != 0 || LinuxCalls.Control(port, TerminalSettings.Get, ref settings) != 0)
        {
            return $"{line.Port} refuses {Describe(line)} (error {Marshal.GetLastPInvokeError()})";
        }

        // A pseudo-terminal has no wire: it silently drops parity and 7 data bits, and passes all bytes anyway.
        return settings.Format == wanted || IsPseudoTerminal(line.Port) ? null : $"the driver of {line.Port} cannot do {Describe(line)}";
    }

    private static string? SetModemLine(DescriptorHandle port, LinkDefinition.Serial line, int bit, bool on, string name)
    {
        if (LinuxCalls.Control(port, on ? RaiseLines : LowerLines, ref bit) == 0)
        {
            return null;
        }

        // Some ports have no modem lines at all; that matters only to somebody who wants one raised.
        var error = Marshal.GetLastPInvokeError();
        var hasNone = error is LinuxCalls.NotATerminal or LinuxCalls.InvalidArgument;
        return hasNone && (!on || IsPseudoTerminal(line.Port)) ? null : $"{line.Port} cannot set {name} (error {error})";
    }

    private static string? LetDriverSwitchDirection(DescriptorHandle port, LinkDefinition.Serial line)
    {
        var settings = Rs485Settings.DriverSwitches;
        return LinuxCalls.Control(port, Rs485Settings.Set, ref settings) == 0
            ? null
            : $"the driver of {line.Port} cannot switch an RS-485 transceiver (error {Marshal.GetLastPInvokeError()}): set rs485 to false when the adapter "
                + "switches by itself, as most USB adapters do";
    }

    private static string? Discard(DescriptorHandle port)
    {
        _ = LinuxCalls.Control(port, Flush, FlushBoth);
        return null;
    }

    private static bool IsPseudoTerminal(string path)
    {
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
        return target.StartsWith("/dev/pts/", StringComparison.Ordinal);
    }

    private static string Describe(LinkDefinition.Serial line) =>
        $"{line.Baud} {line.DataBits}{line.Parity.ToString()[0]}{line.StopBits}";
}
