using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Bridge.Outbound.Tests.Brokers;

/// <summary>
/// A broker of a hundred lines that shares no code with the client under test. It reads until the client has nothing more to say,
/// notes how many publishes are unacknowledged, and only then answers all of them.
/// </summary>
public sealed class StubBroker : IAsyncDisposable
{
    private const int Quiet = 4000;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<(ushort Id, string Topic)> _waiting = [];
    private readonly TaskCompletionSource _clientGone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _work = Task.CompletedTask;
    private volatile bool _stopped;

    /// <summary>The CONNACK's properties, without their length.</summary>
    public byte[] ConnectProperties { get; init; } = [];

    /// <summary>The reason code for a topic's PUBACK.</summary>
    public Func<string, byte> Code { get; init; } = _ => 0;

    /// <summary>Sent right after the CONNACK.</summary>
    public byte[] AfterConnect { get; init; } = [];

    /// <summary>The first client has said its last word.</summary>
    public Task ClientGone => _clientGone.Task;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int MostUnacknowledged { get; private set; }

    public List<int> PerRound { get; } = [];

    public List<string> Topics { get; } = [];

    public HashSet<int> PacketTypes { get; } = [];

    public static byte[] ReceiveMaximum(ushort value) => [0x21, (byte)(value >> 8), (byte)(value & 0xFF)];

    public StubBroker Start()
    {
        _listener.Start();
        _work = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        _stopped = true;
        _listener.Stop();
        await _work;
        _listener.Dispose();
    }

    private void Run()
    {
        try
        {
            while (!_stopped)
            {
                using Socket socket = _listener.AcceptSocket();
                Serve(socket);
                _clientGone.TrySetResult();
            }
        }
        catch (SocketException) when (_stopped)
        {
            return;
        }
    }

    private void Serve(Socket socket)
    {
        socket.ReceiveTimeout = 10_000;
        socket.NoDelay = true;
        while (!_stopped)
        {
            if (!socket.Poll(Quiet, SelectMode.SelectRead))
            {
                Answer(socket);
            }
            else if (Read(socket, 1) is not [byte header] || !Take(socket, header))
            {
                return;
            }
        }
    }

    private bool Take(Socket socket, byte header)
    {
        int length = 0;
        for (int shift = 0, more = 1; more != 0; shift += 7)
        {
            byte part = Read(socket, 1)![0];
            length |= (part & 0x7F) << shift;
            more = part & 0x80;
        }

        byte[] body = Read(socket, length) ?? [];
        PacketTypes.Add(header >> 4);
        switch (header >> 4)
        {
            case 1:
                socket.Send([0x20, (byte)(3 + ConnectProperties.Length), 0, 0, (byte)ConnectProperties.Length, .. ConnectProperties, .. AfterConnect]);
                break;
            case 3:
                int topicLength = BinaryPrimitives.ReadUInt16BigEndian(body);
                string topic = Encoding.UTF8.GetString(body, 2, topicLength);
                Topics.Add(topic);
                _waiting.Add((BinaryPrimitives.ReadUInt16BigEndian(body.AsSpan(2 + topicLength)), topic));
                MostUnacknowledged = Math.Max(MostUnacknowledged, _waiting.Count);
                break;
            case 12:
                socket.Send([0xD0, 0]);
                break;
            case 14:
                return false;
        }

        return true;
    }

    private void Answer(Socket socket)
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        PerRound.Add(_waiting.Count);
        socket.Send(_waiting.SelectMany(one => new byte[] { 0x40, 3, (byte)(one.Id >> 8), (byte)(one.Id & 0xFF), Code(one.Topic) }).ToArray());

        _waiting.Clear();
    }

    private static byte[]? Read(Socket socket, int count)
    {
        byte[] buffer = new byte[count];
        for (int done = 0; done < count;)
        {
            int got = socket.Receive(buffer, done, count - done, SocketFlags.None);
            if (got == 0)
            {
                return null;
            }

            done += got;
        }

        return buffer;
    }
}
