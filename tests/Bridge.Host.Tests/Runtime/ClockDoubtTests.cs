using System.Text;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Policy;
using Bridge.Policy.Doors;

namespace Bridge.Host.Tests.Runtime;

/// <summary>A start with a clock that lost its time.</summary>
public sealed class ClockDoubtTests
{
    private static readonly TimeSpan To1970 = new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero) - JumpingTime.Monday;

    [Fact]
    public void TheJournalKnowsBetterAlsoAfterTheSecondStart()
    {
        using var bench = EngineBench.Running();
        Assert.False(bench.Clock.Now().IsInDoubt());
        bench.Time.Jump = To1970;
        using var second = bench.AfterACrash();
        second.Time.Advance(TimeSpan.FromHours(1));
        var moment = second.Clock.Now();
        Assert.Equal(1970, moment.Wall.Year);
        Assert.Equal(JumpingTime.Monday + TimeSpan.FromHours(1), moment.Judged());

        second.Ask(at => new PolicyInput.BridgeStarted(at));
        second.Engine.TakeTurn();
        Assert.Contains(nameof(EventKind.ClockInDoubt), second.Kinds(0));
        Assert.Contains(second.Outbox(), message => Encoding.UTF8.GetString(message.Draft.Payload.Span).Contains("\"clockInDoubt\":true", StringComparison.Ordinal));

        using var third = second.AfterACrash();
        Assert.True(third.Clock.Now().IsInDoubt(), "what was written in doubt is no proof of 1970");
        Assert.True(third.Clock.Now().Judged() >= moment.Judged());
    }

    [Fact]
    public void ItIsOverWhenTheClockIsSet()
    {
        using var bench = EngineBench.Running();
        bench.Time.Jump = To1970;
        using var second = bench.AfterACrash();
        Assert.True(second.Clock.Now().IsInDoubt());
        second.Time.Jump = TimeSpan.Zero;
        Assert.False(second.Clock.Now().IsInDoubt());
    }

    [Theory]
    [InlineData(-4, false, "a clock put right by a little")]
    [InlineData(-6, true, "by more than five minutes")]
    [InlineData(600, false, "forward is no doubt")]
    public void ALittleIsNoDoubt(int minutes, bool doubt, string why)
    {
        using var bench = EngineBench.Running();
        bench.Time.Jump = TimeSpan.FromMinutes(minutes);
        using var second = bench.AfterACrash();
        Assert.True(second.Clock.Now().IsInDoubt() == doubt, why);
    }

    [Fact]
    public void AJournalFromAFarFutureCanBeOverruledAndStaysSo()
    {
        using var bench = EngineBench.Running();
        bench.Time.Jump = TimeSpan.FromDays(365 * 70);
        bench.Present(Tower.Lobby);
        bench.Engine.TakeTurn();
        bench.Time.Jump = TimeSpan.Zero;
        using var second = bench.AfterACrash();
        Assert.True(second.Clock.Now().IsInDoubt());

        second.Ask(at => new PolicyInput.BridgeStarted(at));
        second.Engine.TakeTurn();
        second.Clock.AcceptWall();
        second.Ask(at => new PolicyInput.ClockAccepted(at, new ActorId("lead")));
        second.Engine.TakeTurn();
        Assert.Equal(nameof(EventKind.ClockRestored), second.Kinds(0).Last());
        using var third = second.AfterACrash();
        Assert.False(third.Clock.Now().IsInDoubt());
    }
}
