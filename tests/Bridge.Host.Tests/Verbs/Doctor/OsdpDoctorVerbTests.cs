using Bridge.Devices.Transport;
using Bridge.Host.Verbs;
using Bridge.Simulators.Osdp.Faults;

namespace Bridge.Host.Tests.Verbs.Doctor;

/// <summary>accessbridge osdp scan and quality, as a person runs them.</summary>
[Collection(AloneWithTime.Name)]
public sealed class OsdpDoctorVerbTests
{
    [Theory]
    [InlineData(true, "a port")]
    [InlineData(false, "a device server")]
    public async Task ScanPrintsWhoIsThere(bool isSerial, string why)
    {
        Assert.SkipUnless(!isSerial || OperatingSystem.IsLinux(), "pseudo-terminals are there on Linux only");
        await using var readers = new SimulatedReaders(isSerial);
        readers.Add(1, serial: 77, installMode: true);
        var run = await RunAsync(["osdp", "scan", .. readers.Options, "--addresses", "0-3", "--bauds", "9600,38400"]);
        Assert.True(run.Exit == ExitCode.Ok, why + run.Errors);
        var place = isSerial ? "address 1 at 38400 baud" : "address 1";
        Assert.Contains($"{place}: vendor CA-FE-01, model 1 version 2, serial 77 (0000004D), firmware 1.16.3", run.Output, StringComparison.Ordinal);
        Assert.Contains("8 inputs", run.Output, StringComparison.Ordinal);
        Assert.Contains("answers to the standard's default key", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 reader", run.Output, StringComparison.Ordinal);
        Assert.Contains("asking 4 addresses", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScanSaysThatNobodyIsThere()
    {
        await using var readers = new SimulatedReaders(isSerial: false);
        var run = await RunAsync(["osdp", "scan", .. readers.Options, "--addresses", "0-2", "--wait", "20"]);
        Assert.Equal(ExitCode.DeviceFailed, run.Exit);
        Assert.Contains("no reader answered", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task QualityCallsAHealthyLineHealthy()
    {
        await using var readers = new SimulatedReaders(isSerial: false);
        readers.Add(1, serial: 1);
        var run = await RunAsync(["osdp", "quality", .. readers.Options, "--address", "1", "--asks", "30"]);
        Assert.True(run.Exit == ExitCode.Ok, run.Output + run.Errors);
        Assert.Contains("address 1: healthy. 30 of 30 questions answered", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task QualitySaysWhatIsWrongAndWhatToDo()
    {
        await using var readers = new SimulatedReaders(isSerial: false);
        readers.Add(1, serial: 1);
        readers.Add(2, serial: 2, new ReaderFaults { CorruptCheck = 0.4 });
        var run = await RunAsync(["osdp", "quality", .. readers.Options, "--address", "1-2", "--asks", "20"]);
        Assert.Equal(ExitCode.DeviceFailed, run.Exit);
        Assert.Contains("address 1: healthy", run.Output, StringComparison.Ordinal);
        Assert.Contains("address 2: NOT WELL", run.Output, StringComparison.Ordinal);
        Assert.Contains("60 ohm", run.Output, StringComparison.Ordinal);
    }

    public static TheoryData<string, string[]> Verbs => new()
    {
        { "scan", ["osdp", "scan", "--bauds", "9600"] },
        { "quality", ["osdp", "quality", "--address", "0"] },
        { "capture", ["osdp", "capture", "--out", "never-written.pcap"] },
        { "modbus scan", ["modbus", "scan", "--bauds", "9600", "--parities", "none"] },
        { "modbus timeout", ["modbus", "timeout", "--unit", "1"] },
    };

    [Theory, MemberData(nameof(Verbs))]
    public async Task APortThatSomebodyHasOpenIsOneClearError(string why, string[] verb)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pseudo-terminals are there on Linux only");
        await using var readers = new SimulatedReaders(isSerial: true);
        var link = new LinkDefinition.Serial(readers.Port, 9600, SerialParity.None, 8, 1, false, false, false, false);
        using var service = Assert.IsType<LinkOpened.Open>(ByteLinks.Open(link, TimeProvider.System, TestContext.Current.CancellationToken)).Link;
        var run = await RunAsync([.. verb, .. readers.Options]);
        Assert.True(run.Exit == ExitCode.PortInUse, $"{why}: {run}");
        var line = Assert.Single(run.Errors.Split('\n'), line => line.Contains("in use", StringComparison.Ordinal));
        Assert.Contains(readers.Port, line, StringComparison.Ordinal);
        Assert.Contains("systemctl stop accessbridge", line, StringComparison.Ordinal);
        Assert.False(File.Exists("never-written.pcap"));
    }

    [Theory, MemberData(nameof(Verbs))]
    public async Task APortThatIsNotThereIsSaid(string why, string[] verb)
    {
        var run = await RunAsync([.. verb, "--serial-port", "/dev/no-such-port"]);
        Assert.True(run.Exit == ExitCode.NoInput && run.Errors.Contains("/dev/no-such-port", StringComparison.Ordinal), $"{why}: {run}");
    }

    [Theory]
    [InlineData("scan", "Say either --serial-port or --tcp")]
    [InlineData("scan --serial-port a --tcp b:1", "Say either --serial-port or --tcp")]
    [InlineData("scan --tcp nowhere", "--tcp: expected host:port, found 'nowhere'")]
    [InlineData("scan --serial-port a --addresses 0-127", "--addresses: expected numbers of 0 to 126")]
    [InlineData("scan --serial-port a --addresses five", "found 'five'")]
    [InlineData("scan --serial-port a --bauds 9600,fast", "--bauds: expected speeds")]
    [InlineData("scan --serial-port a --wait 2", "--wait: expected 5 to 1000")]
    [InlineData("quality --serial-port a --address 200", "--address: expected numbers of 0 to 126")]
    [InlineData("quality --serial-port a --address 0 --asks 3", "--asks: expected 10 to 100000")]
    [InlineData("capture --serial-port a --out x.txt", ".osdpcap or .pcap")]
    [InlineData("capture --serial-port a --out x.pcap --seconds 0", "--seconds: expected 1 to 86400")]
    public async Task WhatWasNotUnderstoodIsSaid(string arguments, string said)
    {
        var run = await RunAsync(["osdp", .. arguments.Split(' ')]);
        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
    }

    private static Task<VerbRun> RunAsync(string[] arguments) => VerbRun.RunAsync(TestContext.Current.CancellationToken, arguments);
}
