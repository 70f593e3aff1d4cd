using System.Net;
using System.Net.Sockets;
using Bridge.Devices.Modbus;
using Bridge.Devices.Tests.Transport;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Tests.Modbus.Peers;

/// <summary>A foreign slave, what lies between, and our master on one of the product's own links.</summary>
internal sealed class PeerRig : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("peers");
    private readonly Stack<IDisposable> _parts = new();

    public string Folder => _folder.FullName;

    /// <summary>The end of a pseudo-terminal pair that the slave has.</summary>
    public string SlavePort => Path.Combine(Folder, "slave");

    public string MasterPort => Path.Combine(Folder, "master");

    public ModbusMaster Master { get; private set; } = null!;

    public async Task<PeerProcess> StartAsync(string program, string[] arguments, CancellationToken cancellationToken) =>
        Keep(await PeerProcess.StartAsync(program, arguments, cancellationToken));

    public async Task<PeerProcess> StartPythonAsync(string source, string[] arguments, CancellationToken cancellationToken)
    {
        PeerProgram.RequirePython();
        return await StartAsync(PeerProgram.Python, [PeerProgram.Source(source), .. arguments], cancellationToken);
    }

    /// <summary>Two pseudo-terminals joined to a cable.</summary>
    public Task LayCableAsync(CancellationToken cancellationToken) =>
        StartSocatAsync(Terminal(SlavePort), Terminal(MasterPort), "starting data transfer loop", cancellationToken);

    /// <summary>A transparent serial server: a TCP port for the master, a pseudo-terminal for the slave.</summary>
    public async Task<int> StartSerialServerAsync(CancellationToken cancellationToken) =>
        (await StartSocatAsync(Terminal(SlavePort), "tcp-listen:0,bind=127.0.0.1", "listening on ", cancellationToken)).Port;

    /// <summary>The other way round: a pseudo-terminal for the master that leads to a slave's TCP port.</summary>
    public Task LeadToAsync(int port, CancellationToken cancellationToken) =>
        StartSocatAsync(Terminal(MasterPort), $"tcp:127.0.0.1:{port},nodelay", "starting data transfer loop", cancellationToken);

    public void ConnectSerial(Func<ModbusTiming, ModbusTiming> timing) => ConnectSerial(MasterPort, timing);

    public void ConnectSerial(string port, Func<ModbusTiming, ModbusTiming> timing)
    {
        var definition = PtyBench.Port(port);
        Connect(Opened(definition), ModbusFraming.Rtu, timing(ModbusTiming.ForSerial(definition)));
    }

    public void ConnectTcp(int port, ModbusFraming framing, Func<ModbusTiming, ModbusTiming> timing) => Connect(
        Opened(new LinkDefinition.Tcp("127.0.0.1", port, TimeSpan.FromSeconds(5))),
        framing,
        timing(framing == ModbusFraming.Tcp ? ModbusTiming.Tcp : ModbusTiming.RtuOverTcp));

    /// <summary>The link that systems without our system calls use; it runs here too.</summary>
    public void ConnectPortable(int port, Func<ModbusTiming, ModbusTiming> timing)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
        Connect(SocketLink.Over(socket, TimeProvider.System), ModbusFraming.Tcp, timing(ModbusTiming.Tcp));
    }

    public void Dispose()
    {
        while (_parts.TryPop(out var part))
        {
            part.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private static string Terminal(string link) => $"pty,raw,echo=0,link={link}";

    private static IByteLink Opened(LinkDefinition definition)
    {
        var opened = ByteLinks.Open(definition, TimeProvider.System, CancellationToken.None);
        return opened is LinkOpened.Open(var link) ? link : throw new InvalidOperationException(opened.ToString());
    }

    private void Connect(IByteLink link, ModbusFraming framing, ModbusTiming timing) =>
        Master = new ModbusMaster(Keep(link), framing, timing, TimeProvider.System);

    private async Task<PeerProcess> StartSocatAsync(string one, string other, string sign, CancellationToken cancellationToken)
    {
        PeerProgram.RequireSocat();
        // -t: how long one end stays open when the other has hung up.
        return Keep(await PeerProcess.StartAsync(PeerProgram.Socat, ["-d", "-d", "-t", "0.01", one, other], sign, cancellationToken));
    }

    private T Keep<T>(T part)
        where T : IDisposable
    {
        _parts.Push(part);
        return part;
    }
}
