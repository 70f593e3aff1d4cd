using System.Net;
using Bridge.Host.Verbs;
using Bridge.Simulators.Clocks;
using Bridge.Simulators.Devices;
using Bridge.Simulators.Links;

namespace Bridge.Host.Tests.Verbs.Doctor;

/// <summary>accessbridge modbus scan and timeout, as a person runs them.</summary>
[Collection(AloneWithTime.Name)]
public sealed class ModbusDoctorVerbTests : IAsyncDisposable
{
    private readonly Surroundings surroundings = new(TimeProvider.System);
    private readonly TcpSlaveServer server;

    public ModbusDoctorVerbTests()
    {
        var line = new SlaveLine("line", surroundings);
        line.Add(new WaveshareRelayBoard("relays", 3, surroundings));
        server = new TcpSlaveServer(line, new IPEndPoint(IPAddress.Loopback, 0), SlaveFraming.ModbusTcp);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        surroundings.Dispose();
    }

    [Fact]
    public async Task ScanPrintsWhoIsThere()
    {
        var run = await RunAsync("scan", "--units", "1-5", "--wait", "300");
        Assert.True(run.Exit == ExitCode.Ok, run.Errors);
        Assert.Contains("unit 3 at 127.0.0.1:", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 unit", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScanSaysThatNobodyIsThere()
    {
        var run = await RunAsync("scan", "--units", "9-11", "--wait", "50");
        Assert.Equal(ExitCode.DeviceFailed, run.Exit);
        Assert.Contains("no unit answered", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TimeoutSaysWhatToSet()
    {
        var run = await RunAsync("timeout", "--unit", "3", "--asks", "100");
        Assert.True(run.Exit == ExitCode.Ok, run.Errors);
        Assert.Matches("100 of 100 reads answered, half within", run.Output);
        Assert.Matches(@"set ""responseTimeout"": ""\d+ ms""", run.Output);
    }

    [Fact]
    public async Task TimeoutOfNobodySaysSo()
    {
        var run = await RunAsync("timeout", "--unit", "9", "--asks", "10", "--wait", "20");
        Assert.Equal(ExitCode.DeviceFailed, run.Exit);
        Assert.Contains("did not answer once", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scan --units 0-3 --rtu --tcp a:1", "--units: expected numbers of 1 to 247")]
    [InlineData("scan --units 300 --tcp a:1", "--units: expected numbers of 0 to 255")]
    [InlineData("scan --serial-port a --parities mark", "--parities: expected none, even or odd, found 'mark'")]
    [InlineData("scan --serial-port a --parities 1", "--parities")]
    [InlineData("scan --serial-port a --bauds x", "--bauds")]
    [InlineData("scan --serial-port a --wait 5", "--wait: expected 20 to 10000")]
    [InlineData("scan", "Say either --serial-port or --tcp")]
    [InlineData("timeout --serial-port a --unit 1 --register 70000", "--register: expected 0 to 65535")]
    [InlineData("timeout --serial-port a --unit 0", "--unit: expected numbers of 1 to 247")]
    [InlineData("timeout --serial-port a --unit 1 --asks 1", "--asks: expected 10 to 100000")]
    public async Task WhatWasNotUnderstoodIsSaid(string arguments, string said)
    {
        var run = await VerbRun.RunAsync(TestContext.Current.CancellationToken, ["modbus", .. arguments.Split(' ')]);
        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
    }

    private Task<VerbRun> RunAsync(string verb, params string[] arguments)
    {
        server.Start();
        return VerbRun.RunAsync(TestContext.Current.CancellationToken, ["modbus", verb, "--tcp", $"127.0.0.1:{server.Port}", .. arguments]);
    }
}
