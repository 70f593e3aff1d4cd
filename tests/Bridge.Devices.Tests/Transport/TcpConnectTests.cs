using System.Net;
using System.Net.Sockets;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Tests.Transport;

public sealed class TcpConnectTests
{
    [Fact]
    public void A_port_where_nobody_listens_says_so()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)taken.LocalEndPoint!).Port;
        Assert.Equal($"127.0.0.1:{port} refuses connections: nothing listens on that port", WhyNot("127.0.0.1", port, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_host_without_a_name_says_so() =>
        Assert.StartsWith(
            "cannot find the host door-17.invalid", WhyNot("door-17.invalid", 502, TestContext.Current.CancellationToken), StringComparison.Ordinal);

    [Fact]
    public void A_host_that_does_not_answer_costs_the_time_out_and_no_more()
    {
        using var full = new FullListener();
        var began = TimeProvider.System.GetTimestamp();
        Assert.EndsWith("did not answer in time", WhyNot("127.0.0.1", full.Port, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void An_attempt_can_be_cancelled()
    {
        using var full = new FullListener();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.EndsWith("was cancelled", WhyNot("127.0.0.1", full.Port, cancelled.Token), StringComparison.Ordinal);
    }

    private static string WhyNot(string host, int port, CancellationToken cancellationToken)
    {
        var target = new LinkDefinition.Tcp(host, port, TimeSpan.FromMilliseconds(300));
        return Assert.IsType<LinkOpened.Failed>(ByteLinks.Open(target, TimeProvider.System, cancellationToken)).Reason;
    }

    /// <summary>A listener whose queue is full: further connections stay unanswered, as with a host that is switched off.</summary>
    private sealed class FullListener : IDisposable
    {
        private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        private readonly List<Socket> _waiting = [];

        public FullListener()
        {
            _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            _listener.Listen(1);
            for (var count = 0; count < 4; count++)
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
                Assert.Throws<SocketException>(() => socket.Connect(_listener.LocalEndPoint!));
                _waiting.Add(socket);
            }
        }

        public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

        public void Dispose()
        {
            _waiting.ForEach(socket => socket.Dispose());
            _listener.Dispose();
        }
    }
}
