using Bridge.Devices.Modbus;
using CsCheck;

namespace Bridge.Devices.Tests.Modbus;

/// <summary>
/// One wrong byte in a serial reply is never believed, and costs one repeat at most. Run one seed again with CsCheck_Seed; more trials, for a night:
/// MODBUS_TRIALS=1000000.
/// </summary>
public sealed class CorruptionTests(ITestOutputHelper output)
{
    private static readonly int Trials = int.TryParse(Environment.GetEnvironmentVariable("MODBUS_TRIALS"), out var trials) ? trials : 5000;

    private static readonly Gen<(ushort[] Values, int Place, byte Flip)> Corruptions =
        from values in Gen.UShort.Array[1, 125]
        from place in Gen.Int[0, 4 + (2 * values.Length)]
        from flip in Gen.Byte[1, 255]
        select (values, place, flip);

    public static TheoryData<string> Answered => [.. GoldenExchanges.Answered.Keys];

    [Fact]
    public void A_wrong_byte_among_random_registers_is_never_believed()
    {
        int trials = 0, believed = 0, controls = 0, recovered = 0, naive = 0;
        Corruptions.Sample(
            trial =>
            {
                trials++;
                var good = Frames.Serial([1, 3, (byte)(2 * trial.Values.Length), .. Frames.Words(trial.Values)]);
                var bad = Spoil(good, trial.Place, trial.Flip);
                controls += Read(good, trial.Values) == "right" ? 1 : 0;
                believed += Read(bad, trial.Values) is "right" or "WRONG" ? 1 : 0;
                recovered += Read(bad, trial.Values, thenRight: true) == "right" ? 1 : 0;
                naive += bad[0] == good[0] && bad[1] == good[1] && bad[2] == good[2] ? 1 : 0;
            },
            writeLine: output.WriteLine,
            seed: Environment.GetEnvironmentVariable("CsCheck_Seed"),
            iter: Trials,
            threads: 1);
        output.WriteLine(
            $"{trials} replies with one wrong byte: {believed} believed, {recovered} right after one repeat. Controls: {controls} of the unspoilt replies "
                + $"believed; without the CRC {naive} of the spoilt ones would have been believed");
        Assert.Equal((0, trials, trials), (believed, recovered, controls));
        Assert.True(naive > trials / 2, "trials that the other checks refuse as well prove nothing about the CRC");
    }

    /// <summary>Nothing random: each place of each function's reply with each wrong value.</summary>
    [Theory, MemberData(nameof(Answered))]
    public void No_wrong_byte_at_any_place_is_believed(string why)
    {
        var golden = GoldenExchanges.Answered[why];
        var good = Frames.Bytes(golden.Reply);
        var trials = 0;
        for (var place = 0; place < good.Length; place++)
        {
            for (var flip = 1; flip < 256; flip++)
            {
                trials++;
                var bench = MasterBench.Create(ModbusFraming.Rtu);
                bench.PlanBytes(Frames.Text(Spoil(good, place, (byte)flip)));
                var result = golden.Call(bench.Master);
                Assert.True(result is "Garbled" or "TimedOut", $"place {place}, changed by {flip:X2}: {result}");
            }
        }

        var control = MasterBench.Create(ModbusFraming.Rtu);
        control.PlanBytes(golden.Reply);
        Assert.Equal(golden.Result, golden.Call(control.Master));
        output.WriteLine($"{why}: {trials} replies with one wrong byte, 0 believed; the unspoilt one is");
    }

    private static byte[] Spoil(byte[] good, int place, byte flip)
    {
        byte[] bad = [.. good];
        bad[place] ^= flip;
        return bad;
    }

    private static string Read(byte[] reply, ushort[] expected, bool thenRight = false)
    {
        var bench = MasterBench.Create(ModbusFraming.Rtu);
        bench.PlanBytes(Frames.Text(reply));
        if (thenRight)
        {
            bench.Otherwise = body => body[1] == 3
                ? [1, 3, (byte)(2 * expected.Length), .. Frames.Words(expected)]
                : HonestUnit.Answer(body);
        }

        var values = new ushort[expected.Length];
        var answer = bench.Master.ReadRegisters(1, ModbusTable.HoldingRegisters, 0, values, new ModbusCallOptions(ReadRetries: thenRight ? 1 : 0));
        return !answer.IsOk ? answer.Outcome.ToString() : values.SequenceEqual(expected) ? "right" : "WRONG";
    }
}
