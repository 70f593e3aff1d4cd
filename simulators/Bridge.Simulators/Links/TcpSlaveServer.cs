using System.Net;
using System.Net.Sockets;

namespace Bridge.Simulators.Links;

/// <summary>A bus behind a listening socket. Port 0 picks a free one, which stays the same after a replug.</summary>
public sealed class TcpSlaveServer(ISlaveBus bus, IPEndPoint endPoint, SlaveFraming framing) : ISlaveLink
{
    private readonly HashSet<TcpSlaveConnection> _connections = [];
    private readonly List<Task> _running = [];
    private readonly Lock _gate = new();
    private IPEndPoint _endPoint = endPoint;
    private Socket? _listener;

    public ISlaveBus Bus => bus;

    public string Address => _endPoint.ToString();

    public int Port => _endPoint.Port;

    public bool IsPlugged => _listener is not null;

    /// <summary>Open connections.</summary>
    public int Connections
    {
        get
        {
            lock (_gate)
            {
                return _connections.Count;
            }
        }
    }

    public void Start() => Replug();

    public void Replug()
    {
        lock (_gate)
        {
            if (_listener is not null)
            {
                return;
            }

            var listener = new Socket(_endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            listener.Bind(_endPoint);
            listener.Listen();
            _endPoint = (IPEndPoint)listener.LocalEndPoint!;
            _listener = listener;
            Track(AcceptAsync(listener));
        }
    }

    public void Unplug()
    {
        lock (_gate)
        {
            _listener?.Dispose();
            _listener = null;
            foreach (var connection in _connections)
            {
                connection.Close();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Unplug();
        Task[] running;
        lock (_gate)
        {
            running = [.. _running];
        }

        await Task.WhenAll(running);
    }

    private async Task AcceptAsync(Socket listener)
    {
        while (true)
        {
            Socket socket;
            try
            {
                socket = await listener.AcceptAsync();
            }
            catch (SocketException)
            {
                return;
            }
            catch (ObjectDisposedException)
            {
                return;
            }

            socket.NoDelay = true;
            var connection = new TcpSlaveConnection(socket);
            if (Admit(connection, listener))
            {
                // Not under the gate: serving takes the building's gate, and whoever holds that may be unplugging us.
                var serving = ServeAsync(connection);
                lock (_gate)
                {
                    Track(serving);
                }
            }
        }
    }

    private bool Admit(TcpSlaveConnection connection, Socket listener)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(_listener, listener))
            {
                connection.Close();
                return false;
            }

            _connections.Add(connection);
            return true;
        }
    }

    private async Task ServeAsync(TcpSlaveConnection connection)
    {
        var session = bus.Connect(connection, framing);
        await connection.RunAsync(session);
        session.End();
        lock (_gate)
        {
            _connections.Remove(connection);
        }
    }

    private void Track(Task task)
    {
        _running.RemoveAll(static each => each.IsCompleted);
        _running.Add(task);
    }
}
