using System.IO.Ports;
using System.Runtime.Versioning;

namespace Bridge.Devices.Transport;

/// <summary>Opens a COM port through System.IO.Ports.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsSerialPort
{
    private static readonly TimeSpan WriteLimit = TimeSpan.FromSeconds(2);

    public static LinkOpened Open(LinkDefinition.Serial line, TimeProvider time)
    {
        if (line.Rs485)
        {
            return new LinkOpened.Failed($"{line.Port}: RS-485 direction switching by the driver exists on Linux only; set rs485 to false");
        }

        var parity = line.Parity switch
        {
            SerialParity.None => Parity.None,
            SerialParity.Even => Parity.Even,
            SerialParity.Odd => Parity.Odd,
        };
        var port = new SerialPort(line.Port, line.Baud, parity, line.DataBits, line.StopBits == 2 ? StopBits.Two : StopBits.One)
        {
            DtrEnable = line.Dtr,
            RtsEnable = line.Rts,
            Handshake = Handshake.None,
            WriteTimeout = (int)WriteLimit.TotalMilliseconds,
        };
        try
        {
            port.Open();
            port.DiscardInBuffer();
            return new LinkOpened.Open(new WindowsSerialLink(port, time));
        }
        catch (UnauthorizedAccessException)
        {
            port.Dispose();
            return new LinkOpened.Failed($"{line.Port} is already in use by another program") { IsInUse = true };
        }
        catch (FileNotFoundException)
        {
            port.Dispose();
            return new LinkOpened.Failed($"no such device: {line.Port} (there are: {string.Join(", ", SerialPort.GetPortNames())})");
        }
        catch (IOException error)
        {
            port.Dispose();
            return new LinkOpened.Failed($"cannot open {line.Port}: {error.Message}");
        }
        catch (ArgumentException error)
        {
            port.Dispose();
            return new LinkOpened.Failed($"cannot open {line.Port}: {error.Message}");
        }
    }
}
