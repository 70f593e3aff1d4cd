using System.Net;
using System.Net.Sockets;

namespace Bridge.Outbound.Tests.Brokers;

/// <summary>A wire between bridge and broker that can be cut: neither side gets to say goodbye.</summary>
public sealed class CutWire(int brokerPort) : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> _sockets = [];
    private Task _work = Task.CompletedTask;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public CutWire Start()
    {
        _listener.Start();
        _work = RunAsync();
        return this;
    }

    public void Cut()
    {
        foreach (Socket socket in _sockets)
        {
            // A reset, as from a pulled plug behind a router.
            socket.Close(timeout: 0);
        }

        _sockets.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        Cut();
        await _work;
        _listener.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            Socket near = await _listener.AcceptSocketAsync();
            Socket far = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _sockets.AddRange([near, far]);
            await far.ConnectAsync(IPAddress.Loopback, brokerPort);
            await Task.WhenAll(CopyAsync(near, far), CopyAsync(far, near));
        }
        catch (SocketException)
        {
            return;
        }
    }

    private static async Task CopyAsync(Socket from, Socket to)
    {
        byte[] buffer = new byte[65536];
        try
        {
            for (int count = 1; count > 0;)
            {
                count = await from.ReceiveAsync(buffer);
                await to.SendAsync(buffer.AsMemory(0, count));
            }
        }
        catch (SocketException)
        {
            return;
        }
        catch (ObjectDisposedException)
        {
            return;
        }
    }
}
