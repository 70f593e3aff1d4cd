using System.Net.Sockets;

namespace Bridge.Simulators.Links;

internal sealed class TcpSlaveConnection(Socket socket) : ISlaveSink
{
    private readonly Lock _sending = new();

    public void Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            lock (_sending)
            {
                socket.Send(bytes);
            }
        }
        catch (SocketException)
        {
            Close();
        }
        catch (ObjectDisposedException)
        {
            // Closed already: what is sent now arrives nowhere, as on a real wire.
        }
    }

    public void Cut(TimeSpan time) => Close();

    public void Close() => socket.Dispose();

    /// <summary>Serves until either side ends the connection.</summary>
    public async Task RunAsync(ISlaveSession session)
    {
        var buffer = new byte[1024];
        try
        {
            while (await socket.ReceiveAsync(buffer) is var count and > 0)
            {
                session.Receive(buffer.AsSpan(0, count));
            }
        }
        catch (SocketException)
        {
            // The master hung up: for a slave that is nothing to report.
        }
        catch (ObjectDisposedException)
        {
            // The cable was pulled.
        }

        Close();
    }
}
