using Bridge.Simulators.Devices;
using Bridge.Simulators.Wire;

namespace Bridge.Simulators.Tests;

/// <summary>Requests and replies as the protocol documents and device manuals print them, byte for byte.</summary>
public sealed class GoldenBytesTests
{
    public static TheoryData<string, string, string> Registers => new()
    {
        { "the catalogue's own read of two registers", "01 03 00 0A 00 02 E4 09", "01 03 04 00 6F 00 00 CA 2E" },
        { "ten registers from 0", "01 03 00 00 00 0A C5 CD", "01 03 14 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 A3 67" },
        { "eight coils", "01 01 00 00 00 08 3D CC", "01 01 01 00 51 88" },
        { "eight inputs", "01 02 00 00 00 08 79 CC", "01 02 01 09 61 8E" },
        { "coil on is echoed", "01 05 00 00 FF 00 8C 3A", "01 05 00 00 FF 00 8C 3A" },
        { "coil off is echoed", "01 05 00 00 00 00 CD CA", "01 05 00 00 00 00 CD CA" },
        { "one register", "01 06 00 01 00 03 98 0B", "01 06 00 01 00 03 98 0B" },
        { "two registers", "01 10 00 01 00 02 04 00 0A 01 02 92 30", "01 10 00 01 00 02 10 08" },
        { "eight coils at once", "01 0F 00 00 00 08 01 FF BE D5", "01 0F 00 00 00 08 54 0D" },
        { "mask write is echoed", "01 16 00 04 00 F2 00 25 67 EE", "01 16 00 04 00 F2 00 25 67 EE" },
        { "diagnostic loop", "01 08 00 00 A5 37 DA 8D", "01 08 00 00 A5 37 DA 8D" },
        { "exception status", "01 07 41 E2", "01 07 00 22 30" },
        { "a broadcast is not answered", "00 05 00 00 00 00 CC 1B", "" },
        { "another unit is not answered", "02 07 41 12", "" },
        { "a wrong check is not answered", "01 03 00 0A 00 02 E4 0A", "" },
    };

    [Theory]
    [MemberData(nameof(Registers))]
    public void ARegisterBankAnswersAsPrinted(string why, string request, string reply)
    {
        var bench = new Bench(surroundings => Bank(surroundings));

        Assert.True(reply == bench.Raw(Hex.Bytes(request)), $"{why}: {bench.Sink.Sent.FirstOrDefault()}");
    }

    public static TheoryData<string, string, string> Refusals => new()
    {
        { "beyond the table", "01 03 03 E8 00 01", "01 83 02" },
        { "no registers at all", "01 03 00 00 00 00", "01 83 03" },
        { "126 registers", "01 03 00 00 00 7E", "01 83 03" },
        { "2001 coils", "01 01 00 00 07 D1", "01 81 03" },
        { "a coil value that is neither on nor off", "01 05 00 00 12 34", "01 85 03" },
        { "byte count against quantity", "01 10 00 01 00 02 03 00 0A 01", "01 90 03" },
        { "a function it does not know", "01 63", "01 E3 01" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void ARegisterBankRefuses(string why, string request, string reply)
    {
        var bench = new Bench(surroundings => Bank(surroundings));

        Assert.True(reply == bench.Ask(request), $"{why}: {bench.Sink.Sent.FirstOrDefault()}");
    }

    [Fact]
    public void MaskWriteAndReadWriteWorkAsTheSpecificationSays()
    {
        RegisterBank? bank = null;
        var bench = new Bench(surroundings => bank = Bank(surroundings));
        bank!.Holding[4] = 0xBEEF;

        bench.Ask("01 16 00 04 00 FF 12 00");

        Assert.Equal(0x12EF, bank.Holding[4]);
        Assert.Equal("01 17 04 00 05 00 06", bench.Ask("01 17 00 1E 00 02 00 1E 00 02 04 00 05 00 06"));
    }

    [Theory]
    [InlineData("123456789", 0x4B37)]
    [InlineData("", 0xFFFF)]
    [InlineData("\0", 0x40BF)]
    public void TheCheckIsTheCataloguesCheck(string text, int check) =>
        Assert.Equal(check, Checksum.Of(System.Text.Encoding.ASCII.GetBytes(text)));

    private static RegisterBank Bank(Clocks.Surroundings surroundings)
    {
        var bank = new RegisterBank("bank", 1, surroundings, 256);
        bank.Holding[10] = 111;
        bank.DiscreteInputs[0] = bank.DiscreteInputs[3] = true;
        return bank;
    }
}
