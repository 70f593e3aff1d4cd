using Bridge.Simulators.Clocks;
using Bridge.Simulators.Links;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Lines;
using Bridge.Simulators.Osdp.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.Simulators.Tests.Osdp;

/// <summary>A line of readers on a table, with a clock that stands until it is moved. Bytes are written as in the fact sheets: small letters, no spaces kept.</summary>
internal sealed class ReaderTable
{
    public const string Key = "00112233445566778899aabbccddeeff";
    private readonly RecordingSink _sink = new();
    private readonly ISlaveSession _session;

    public ReaderTable(params IEnumerable<(byte Address, ReaderProfile Profile)> readers)
    {
        Surroundings = new Surroundings(Time, Time);
        Line = new OsdpLine("table", Surroundings);
        foreach (var (address, profile) in readers)
        {
            Line.Add(new OsdpReader($"reader{Line.Readers.Count + 1}", address, Surroundings, profile));
        }

        _session = Line.Connect(_sink, SlaveFraming.Serial);
    }

    public FakeTimeProvider Time { get; } = new();

    public Surroundings Surroundings { get; }

    public OsdpLine Line { get; }

    public OsdpReader Reader => Line.Readers[0];

    /// <summary>What has been sent since the last question, one entry for each piece.</summary>
    public IReadOnlyList<string> Pieces => _sink.Sent;

    /// <summary>The reader of the vectors: address 5, the known key, and its random bytes fixed.</summary>
    public static ReaderTable WithKey(ReaderProfile? profile = null)
    {
        var table = new ReaderTable(((byte)5, (profile ?? new ReaderProfile()) with { Key = Convert.FromHexString(Key) }));
        table.Reader.DrawNext(Hex.Bytes("2021222324252627"));
        return table;
    }

    /// <summary>One reader at address 5 without a key.</summary>
    public static ReaderTable Plain(ReaderProfile? profile = null) => new(((byte)5, profile ?? new ReaderProfile()));

    /// <summary>Sends a whole packet and returns everything that is answered at once.</summary>
    public string Raw(string packet)
    {
        _sink.Sent.Clear();
        _session.Receive(Hex.Bytes(packet));
        return Answered;
    }

    /// <summary>Everything sent since the last question.</summary>
    public string Answered => string.Join(' ', _sink.Sent).ToLowerInvariant();

    /// <summary>Sends a command without security to address 5.</summary>
    public string Ask(int sequence, string codeAndData, byte address = 5) => Raw(Command(sequence, codeAndData, address));

    public static string Command(int sequence, string codeAndData, byte address = 5)
    {
        var body = Hex.Bytes(codeAndData);
        byte[] packet = [0x53, address, (byte)(body.Length + 7), 0, (byte)(4 + sequence), .. body, 0, 0];
        OsdpCheck.Write(packet);
        return Hex.Text(packet);
    }

    public void Wait(double seconds) => Time.Advance(TimeSpan.FromSeconds(seconds));
}
