using System.Net;
using System.Net.Sockets;

namespace Bridge.Devices.Transport;

/// <summary>
/// Connects without ever handing the socket to the runtime's asynchronous engine, which would wake one of its threads for every segment of the
/// connection's life.
/// </summary>
internal static class TcpConnector
{
    private static readonly TimeSpan CancellationPace = TimeSpan.FromMilliseconds(50);

    public static LinkOpened Open(LinkDefinition.Tcp target, TimeProvider time, CancellationToken cancellationToken)
    {
        IPAddress[] addresses;
        try
        {
            addresses = IPAddress.TryParse(target.Host, out var literal) ? [literal] : Dns.GetHostAddresses(target.Host);
        }
        catch (SocketException error)
        {
            return new LinkOpened.Failed($"cannot find the host {target.Host}: {error.Message}");
        }

        var began = time.GetTimestamp();
        LinkOpened opened = new LinkOpened.Failed($"the host {target.Host} has no address");
        foreach (var address in addresses)
        {
            opened = Open(new IPEndPoint(address, target.Port), target.ConnectTimeout - time.GetElapsedTime(began), time, cancellationToken);
            if (opened is LinkOpened.Open)
            {
                break;
            }
        }

        return opened;
    }

    private static LinkOpened Open(IPEndPoint peer, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        var socket = new Socket(peer.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, Blocking = false };
        try
        {
            var error = Connect(socket, peer, limit, time, cancellationToken);
            if (error == SocketError.Success)
            {
                KeepAlive(socket);
                return Link(socket, peer, time);
            }

            socket.Dispose();
            return new LinkOpened.Failed(WhyNotConnected(peer, error));
        }
        catch (SocketException error)
        {
            socket.Dispose();
            return new LinkOpened.Failed(WhyNotConnected(peer, error.SocketErrorCode));
        }
    }

    private static SocketError Connect(Socket socket, IPEndPoint peer, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            socket.Connect(peer);
            return SocketError.Success;
        }
        catch (SocketException error) when (error.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
        {
            // Under way: the poll below waits for its end.
        }

        var began = time.GetTimestamp();
        for (var left = limit; left > TimeSpan.Zero; left = limit - time.GetElapsedTime(began))
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return SocketError.OperationAborted;
            }

            // Windows tells a refusal as an error, Linux as writable with an error pending.
            var pace = left < CancellationPace ? left : CancellationPace;
            if (socket.Poll(pace, SelectMode.SelectWrite) || socket.Poll(TimeSpan.Zero, SelectMode.SelectError))
            {
                return (SocketError)(int)socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error)!;
            }
        }

        return SocketError.TimedOut;
    }

    private static string WhyNotConnected(IPEndPoint peer, SocketError error) => error switch
    {
        SocketError.ConnectionRefused => $"{peer} refuses connections: nothing listens on that port",
        SocketError.TimedOut => $"{peer} did not answer in time",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable => $"{peer} cannot be reached from this network",
        SocketError.OperationAborted => $"the attempt to connect to {peer} was cancelled",
        _ => $"cannot connect to {peer}: {error}",
    };

    // A module that lost power says nothing; its connection is given up after 10 + 3 x 5 seconds of silence.
    private static void KeepAlive(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 10);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 5);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 3);
    }

    private static LinkOpened Link(Socket socket, IPEndPoint peer, TimeProvider time)
    {
        if (!OperatingSystem.IsLinux())
        {
            return new LinkOpened.Open(SocketLink.Over(socket, time));
        }

        var wake = LinuxCalls.CreateEvent();
        if (wake.IsInvalid)
        {
            socket.Dispose();
            return new LinkOpened.Failed($"out of file descriptors while connecting to {peer}");
        }

        return new LinkOpened.Open(new DescriptorLink(socket.SafeHandle, wake, socket, time));
    }
}
