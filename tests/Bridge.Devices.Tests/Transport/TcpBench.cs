using System.Net;
using System.Net.Sockets;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Tests.Transport;

internal sealed class TcpBench : LiveBench
{
    private readonly TcpListener _listener;
    private readonly Socket _peer;

    private TcpBench(Func<IPEndPoint, IByteLink> open)
    {
        _listener = new TcpListener(IPAddress.Loopback, 0);
        _listener.Start();
        Link = open((IPEndPoint)_listener.LocalEndpoint);
        _peer = _listener.AcceptSocket();
        _peer.NoDelay = true;
    }

    public override IByteLink Link { get; }

    public static TcpBench WithSystemCalls() => new(peer =>
    {
        var definition = new LinkDefinition.Tcp(peer.Address.ToString(), peer.Port, TimeSpan.FromSeconds(2));
        return Assert.IsType<LinkOpened.Open>(ByteLinks.Open(definition, TimeProvider.System, CancellationToken.None)).Link;
    });

    /// <summary>The link that other systems use, which runs here too.</summary>
    public static TcpBench Portable() => new(peer =>
    {
        var socket = new Socket(peer.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(peer);
        return SocketLink.Over(socket, TimeProvider.System);
    });

    public override void Send(ReadOnlySpan<byte> bytes) => _peer.Send(bytes);

    public override void HangUp() => _peer.Dispose();

    public override void Dispose()
    {
        Link.Dispose();
        _peer.Dispose();
        _listener.Dispose();
        Join();
    }

    protected override int PeerReceive(byte[] buffer)
    {
        try
        {
            return _peer.Receive(buffer);
        }
        catch (SocketException)
        {
            return 0;
        }
        catch (ObjectDisposedException)
        {
            return 0;
        }
    }
}
