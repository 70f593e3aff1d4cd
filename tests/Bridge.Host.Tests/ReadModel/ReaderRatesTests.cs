using Bridge.Devices;
using Bridge.Devices.Osdp;
using Bridge.Host.ReadModel;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.Host.Tests.ReadModel;

public sealed class ReaderRatesTests
{
    private readonly FakeTimeProvider time = new();
    private readonly ReaderRates rates;

    public ReaderRatesTests() => rates = new ReaderRates(time);

    [Fact]
    public void TwoLooksGiveARateAndManyLooksTheSameOne()
    {
        Assert.Equal((null, null), rates.Of(Look(100, 100, 1000)));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((null, null), rates.Of(Look(120, 120, 1200)));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((20.0, TimeSpan.FromMilliseconds(10)), rates.Of(Look(140, 140, 1400)));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((20.0, TimeSpan.FromMilliseconds(10)), rates.Of(Look(900, 900, 9000)));
    }

    [Fact]
    public void WithoutRepliesThereIsNoMean()
    {
        rates.Of(Look(100, 100, 1000));
        time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal((1.0, null), rates.Of(Look(104, 100, 1000)));
    }

    [Fact]
    public void ALineThatWasMadeAnewBeginsAnew()
    {
        rates.Of(Look(100, 100, 1000));
        time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal((null, null), rates.Of(Look(3, 3, 30)));
    }

    private static PeripheralSnapshot Look(long polls, long replies, double milliseconds) => new(new DeviceId("gate"), 0, OsdpSecurityState.Secure, "Online")
    {
        Exchanges = polls,
        Polls = polls,
        Replies = replies,
        ReplyTime = TimeSpan.FromMilliseconds(milliseconds),
    };
}
