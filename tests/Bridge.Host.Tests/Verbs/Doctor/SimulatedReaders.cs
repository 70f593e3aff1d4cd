using System.Net;
using Bridge.Simulators.Clocks;
using Bridge.Simulators.Links;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Faults;
using Bridge.Simulators.Osdp.Lines;

namespace Bridge.Host.Tests.Verbs.Doctor;

/// <summary>Readers at 38400 on a pseudo-terminal, or behind a socket, for the verbs to look at.</summary>
internal sealed class SimulatedReaders : IAsyncDisposable
{
    public const int Baud = 38400;

    private readonly Surroundings surroundings = new(TimeProvider.System);
    private readonly OsdpLine line;
    private readonly ISlaveLink link;

    public SimulatedReaders(bool isSerial)
    {
        line = new OsdpLine("line", surroundings)
        {
            Pace = new LinePace { BitsPerSecond = Baud, Turnaround = TimeSpan.FromMilliseconds(3), BytesTogether = 1, FollowsTerminal = isSerial },
        };
        Port = Path.Combine(Path.GetTempPath(), $"accessbridge-verbs-{Environment.ProcessId}-{Path.GetRandomFileName()}");
        link = isSerial && OperatingSystem.IsLinux() ? new PtySlave(line, Port) : new TcpSlaveServer(line, new IPEndPoint(IPAddress.Loopback, 0), SlaveFraming.RtuOverTcp);
        link.Start();
    }

    public string Port { get; }

    /// <summary>How the command line names it.</summary>
    public string[] Options => link is TcpSlaveServer server ? ["--tcp", $"127.0.0.1:{server.Port}"] : ["--serial-port", Port];

    public OsdpReader Add(byte address, byte serial, ReaderFaults? faults = null, bool installMode = false)
    {
        var reader = new OsdpReader($"reader{address}-{serial}", address, surroundings, new ReaderProfile
        {
            BitsPerSecond = Baud, Seed = serial, InstallMode = installMode, Identity = [0xCA, 0xFE, 0x01, 1, 2, serial, 0, 0, 0, 1, 16, 3],
        });
        reader.SetFaults(faults ?? ReaderFaults.None);
        line.Add(reader);
        return reader;
    }

    public async ValueTask DisposeAsync()
    {
        await link.DisposeAsync();
        surroundings.Dispose();
    }
}
