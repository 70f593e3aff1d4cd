using System.Net.Sockets;
using Bridge.Simulators.Building;
using Bridge.Simulators.Links;
using Bridge.Simulators.Osdp.Wire;

namespace Bridge.Simulators.Tests.Osdp;

/// <summary>A control panel without a secure channel at the far end of a link, whatever that is made of.</summary>
internal sealed class ReaderHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[2048];
    private int _sequence;

    private ReaderHost(Stream stream) => _stream = stream;

    public static async Task<ReaderHost> ConnectAsync(ISlaveLink link, CancellationToken cancellation)
    {
        if (link is not TcpSlaveServer server)
        {
            return new ReaderHost(new FileStream(link.Address, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 0));
        }

        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync("127.0.0.1", server.Port, cancellation);
        return new ReaderHost(client.GetStream());
    }

    public static void SkipWithoutTerminals(LineKind kind) =>
        Assert.SkipUnless(kind != LineKind.OsdpPty || OperatingSystem.IsLinux(), "pseudo-terminals are there on Linux only");

    /// <summary>Sends the next command and returns the whole reply.</summary>
    public async Task<string> AskAsync(string codeAndData, byte address, CancellationToken cancellation)
    {
        var command = Hex.Bytes(ReaderTable.Command(_sequence, codeAndData, address));
        _sequence = (_sequence % 3) + 1;
        return Hex.Text(await ExchangeAsync(command, cancellation)).ToLowerInvariant();
    }

    /// <summary>Sends the next command and does not wait.</summary>
    public async Task SendAsync(string codeAndData, byte address, CancellationToken cancellation)
    {
        await _stream.WriteAsync(Hex.Bytes(ReaderTable.Command(_sequence, codeAndData, address)), cancellation);
        _sequence = (_sequence % 3) + 1;
    }

    /// <summary>Begins at number 0 again.</summary>
    public void Restart() => _sequence = 0;

    public async Task<byte[]> ExchangeAsync(byte[] command, CancellationToken cancellation)
    {
        await _stream.WriteAsync(command, cancellation);
        for (var count = 0; ;)
        {
            count += await _stream.ReadAsync(_buffer.AsMemory(count), cancellation).AsTask().WaitAsync(Patience, TimeProvider.System, cancellation);
            if (count >= 5 && count >= (_buffer[2] | (_buffer[3] << 8)))
            {
                Assert.True(OsdpCheck.Holds(_buffer.AsSpan(0, count)));
                return _buffer[..count];
            }
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
