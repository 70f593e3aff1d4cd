namespace Bridge.Devices.Transport;

/// <summary>Opens links.</summary>
public static class ByteLinks
{
    /// <summary>
    /// One attempt to open a serial port or a TCP connection. Blocks up to the definition's connect time-out (a name look-up may take longer): call it
    /// on the line's own thread. The failure's reason is one sentence for an installer.
    /// </summary>
    public static LinkOpened Open(LinkDefinition definition, TimeProvider time, CancellationToken cancellationToken) => definition switch
    {
        LinkDefinition.Tcp tcp => TcpConnector.Open(tcp, time, cancellationToken),
        LinkDefinition.Serial serial => WhatIsWrong(serial) is { } reason ? new LinkOpened.Failed(reason) : OpenSerial(serial, time),
        _ => throw new ArgumentOutOfRangeException(nameof(definition), definition, "not a link"),
    };

    private static string? WhatIsWrong(LinkDefinition.Serial line) =>
        line.Baud is < 50 or > 4_000_000 ? $"{line.Port}: {line.Baud} is not a baud rate (50 to 4000000)"
        : line.DataBits is < 5 or > 8 ? $"{line.Port}: {line.DataBits} data bits do not exist (5 to 8)"
        : line.StopBits is < 1 or > 2 ? $"{line.Port}: {line.StopBits} stop bits do not exist (1 or 2)"
        : null;

    private static LinkOpened OpenSerial(LinkDefinition.Serial line, TimeProvider time) =>
        OperatingSystem.IsLinux() ? LinuxSerialPort.Open(line, time)
        : OperatingSystem.IsWindows() ? WindowsSerialPort.Open(line, time)
        : new LinkOpened.Failed($"{line.Port}: serial ports are supported on Linux and Windows");
}
