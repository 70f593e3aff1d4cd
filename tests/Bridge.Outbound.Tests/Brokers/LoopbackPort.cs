using System.Net;
using System.Net.Sockets;

namespace Bridge.Outbound.Tests.Brokers;

internal static class LoopbackPort
{
    public static int Free()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Waits until somebody listens; false when <paramref name="gone"/> says that nobody ever will.</summary>
    public static async Task<bool> IsOpenAsync(int port, Func<bool> gone, CancellationToken cancellationToken)
    {
        using PeriodicTimer pause = new(TimeSpan.FromMilliseconds(10));
        for (int attempt = 0; attempt < 1000 && !gone(); attempt++)
        {
            try
            {
                using TcpClient client = new();
                await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return true;
            }
            catch (SocketException)
            {
                await pause.WaitForNextTickAsync(cancellationToken);
            }
        }

        return false;
    }
}
