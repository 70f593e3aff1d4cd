using System.IO.Ports;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Tests.Transport;

internal sealed class PtyBench : LiveBench
{
    private readonly PseudoTerminal _terminal = new();

    private PtyBench(Func<string, IByteLink> open) => Link = open(_terminal.Path);

    public override IByteLink Link { get; }

    public static PtyBench WithSystemCalls() => new(Open);

    /// <summary>The link of COM ports, on System.IO.Ports, which opens a pseudo-terminal too.</summary>
    public static PtyBench Portable() => new(path =>
    {
        var port = new SerialPort(path, 115200);
        port.Open();
        return new WindowsSerialLink(port, TimeProvider.System);
    });

    public static LinkDefinition.Serial Port(string path) =>
        new(path, 115200, SerialParity.None, 8, 1, Rs485: false, LocalEcho: false, Dtr: false, Rts: false);

    public static IByteLink Open(string path) =>
        Assert.IsType<LinkOpened.Open>(ByteLinks.Open(Port(path), TimeProvider.System, CancellationToken.None)).Link;

    public override void Send(ReadOnlySpan<byte> bytes) => _terminal.Send(bytes);

    public override void HangUp() => _terminal.Dispose();

    public override void Dispose()
    {
        // The port first: it ends a read that waits at the other end.
        Link.Dispose();
        Join();
        _terminal.Dispose();
    }

    protected override int PeerReceive(byte[] buffer) => _terminal.Receive(buffer);
}
