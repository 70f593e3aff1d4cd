using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Verbs;

namespace Bridge.Host.Tests.Verbs.Doctor;

/// <summary>What is captured is read by programs that are not ours: Wireshark's tshark, and a few lines of Python that know the format and the CRC.</summary>
[Collection(AloneWithTime.Name)]
public sealed class OsdpCaptureVerbTests : IDisposable
{
    private const string Secret = "bb032180";

    private static readonly string[] Heard =
    [
        "53 05 08 00 06 60 de ef",
        "53 85 10 00 06 50 00 01 1a 00 bb 03 21 80 61 81",
        "53 85 0f 00 05 53 00 05 31 32 33 34 0d da 36",
        "53 05 0e 00 0d 02 15 60 6f c1 ad c7 b3 de",
    ];

    /// <summary>The CRC as the standard writes it down, bit by bit, and the fields as SIA's description of the format has them.</summary>
    private const string Reader = """
        import json, sys
        def crc(data):
            value = 0x1d0f
            for byte in data:
                value ^= byte << 8
                for _ in range(8):
                    value = ((value << 1) ^ 0x1021 if value & 0x8000 else value << 1) & 0xffff
            return value
        for line in open(sys.argv[1]):
            entry = json.loads(line)
            data = bytes(int(each, 16) for each in entry["data"].split())
            assert entry["io"] == "trace" and entry["osdpTraceVersion"] == "1" and entry["osdpSource"], entry
            assert int(entry["timeSec"]) > 1700000000 and 0 <= int(entry["timeNano"]) < 10**9, entry
            assert data[0] == 0x53 and data[2] | data[3] << 8 == len(data), entry
            assert crc(data[:-2]) == data[-2] | data[-1] << 8, entry
            print(data.hex())
        """;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AnotherProgramReadsTheOsdpCapFile()
    {
        var python = Find("python3");
        Assert.SkipUnless(python is not null, "python3 is not installed");
        var file = folder.File("line.osdpcap");
        await CaptureAsync(file);
        var script = folder.File("read.py");
        await File.WriteAllTextAsync(script, Reader, TestContext.Current.CancellationToken);
        Check((await OutputAsync(python!, script, file)).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain(Secret, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken), line => Assert.Equal(6, JsonDocument.Parse(line).RootElement.EnumerateObject().Count()));
    }

    [Fact]
    public async Task WiresharkReadsThePcapFile()
    {
        var tshark = Find("tshark");
        Assert.SkipUnless(tshark is not null, "tshark is not installed (Debian: tshark)");
        var file = folder.File("line.pcap");
        await CaptureAsync(file);
        var rows = (await OutputAsync(tshark!, "-r", file, "-T", "fields", "-e", "frame.encap_type", "-e", "frame.time_epoch", "-e", "data.data"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split('\t')).ToList();

        // Wireshark's own number for user-defined link type 15, which is 162 in the file.
        Assert.All(rows, row => Assert.Equal("60", row[0]));
        Assert.All(rows, row => Assert.True(double.Parse(row[1], CultureInfo.InvariantCulture) > 1_700_000_000));
        Check([.. rows.Select(row => row[2])]);
    }

    [Fact]
    public async Task AFileThatExistsIsNotOverwrittenAndANewOneIsItsOwnersAlone()
    {
        var file = folder.File("line.pcap");
        var run = await CaptureAsync(file);
        Assert.Contains("4 frames; 1 with a wrong check", run.Output, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        var again = await VerbRun.RunAsync(TestContext.Current.CancellationToken, "osdp", "capture", "--tcp", "127.0.0.1:1", "--out", file);
        Assert.Equal(ExitCode.Usage, again.Exit);
        Assert.Contains("exists; it was not overwritten", again.Errors, StringComparison.Ordinal);
    }

    private static void Check(string[] frames)
    {
        Assert.Equal(Heard.Length, frames.Length);
        Assert.Equal(Heard[0].Replace(" ", "", StringComparison.Ordinal), frames[0]);
        Assert.Equal(Heard.Select(frame => frame.Replace(" ", "", StringComparison.Ordinal).Length), frames.Select(frame => frame.Length));
        Assert.StartsWith("538510000650" + "00011a00" + "00000000", frames[1], StringComparison.Ordinal);
        Assert.StartsWith("53850f000553" + "00000000000000", frames[2], StringComparison.Ordinal);
        Assert.StartsWith("53050e000d021560" + "00000000", frames[3], StringComparison.Ordinal);
    }

    /// <summary>A device server that passes on what is said on its line, a damaged frame among it.</summary>
    private static async Task<VerbRun> CaptureAsync(string file)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var running = VerbRun.RunAsync(
            TestContext.Current.CancellationToken, "osdp", "capture", "--tcp", listener.LocalEndpoint.ToString()!, "--seconds", "2", "--out", file);
        using var client = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
        foreach (var frame in (string[])[.. Heard, "53 05 08 00 06 60 de ee"])
        {
            await client.SendAsync(Convert.FromHexString(frame.Replace(" ", "", StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        }

        var run = await running;
        Assert.True(run.Exit == ExitCode.Ok, run.Errors);
        return run;
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static async Task<string> OutputAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await errors);
        return text;
    }
}
