using System.Globalization;
using System.Text;
using Bridge.Devices.Intercoms;
using Bridge.Devices.Intercoms.Serial;
using Kind = Bridge.Devices.Intercoms.IntercomCallKind;

namespace Bridge.Devices.Tests.Intercoms;

/// <summary>
/// Lines that were bent, cut, swapped and made up, at the whole driver. INTERCOM_FUZZ_LINES is how many; INTERCOM_FUZZ_SEED begins elsewhere.
/// </summary>
public sealed class SerialFuzzTests(ITestOutputHelper output)
{
    private static readonly string[] Types = ["CALL", "RING", "ANSW", "OPEN", "DENY", "NOAN", "BUSY", "HOLD", "RESU", "XFER", "END", "KEY", "TAMP", "OK", "HB", "DONE", "FAIL", "ACK", "DIAL", ""];
    private static readonly int Seed = Number("INTERCOM_FUZZ_SEED", 1203);
    private static readonly int Lines = Number("INTERCOM_FUZZ_LINES", 20_000);

    [Fact]
    public void NothingBreaksTheLineAndEveryCallEndsOnce()
    {
        var random = new Random(Seed);
        var bench = new SerialBench(isMute: true);
        const int perSecond = 100;
        for (var index = 0; index < Lines; index++)
        {
            var bytes = Line(random);
            bench.After(1 + ((double)index / perSecond), () => bench.Wire.Send(bytes));
        }

        var end = bench.Run(2 + (Lines / perSecond));
        output.WriteLine($"seed {Seed}, {Lines} lines: {bench.Line.Statistics}, {bench.Calls.Count()} steps of calls");
        Assert.IsType<LineEnd.Stopped>(end);
        Assert.InRange(bench.Count(Kind.Started), Lines / 100, Lines);
        foreach (var panel in bench.Calls.Where(call => call.Kind is Kind.Started or Kind.Ended).GroupBy(call => call.Panel))
        {
            // One call at a time at a panel: start and end take turns.
            Assert.All(panel.Index(), step => Assert.True(step.Item.Kind == (step.Index % 2 == 0 ? Kind.Started : Kind.Ended), $"seed {Seed}: {step}"));
            Assert.Equal(Kind.Ended, panel.Last().Kind);
        }
    }

    [Fact]
    public void WhateverBytesComeTheCollectorKeepsItsBounds()
    {
        var random = new Random(Seed);
        var collector = new SerialCollector();
        for (var index = 0; index < 1_000_000; index++)
        {
            if (collector.Add((byte)(random.Next(400) == 0 ? '\n' : random.Next(256)), out var line))
            {
                Assert.InRange(line.Length, 1, SerialCollector.LongestLine);
                Assert.False(SerialReader.Read(line) is SerialMessage.Call, $"seed {Seed}: noise was taken for a call");
            }
        }
    }

    private static byte[] Line(Random random)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Types[random.Next(Types.Length)]};P{random.Next(1, 4)};{random.Next(1200, 1203)};{random.Next(1, 4)};{random.Next(1, 5000)}{(random.Next(4) == 0 ? ";reason=far" : "")}*VV");
        var bytes = SerialVectorTests.Bytes(text);
        switch (random.Next(6))
        {
            case 0:
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes = bytes[..random.Next(bytes.Length)];
                break;
            case 2:
                random.NextBytes(bytes);
                break;
            default:
                break;
        }

        return random.Next(10) == 0 ? bytes : [.. bytes, .. Encoding.ASCII.GetBytes("\r\n")];
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
