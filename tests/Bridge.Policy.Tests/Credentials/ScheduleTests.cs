using Bridge.Policy.Credentials;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Support.Building;

namespace Bridge.Policy.Tests.Credentials;

public class ScheduleTests
{
    [Theory]
    // The cleaners: Monday and Tuesday 08:00-18:00; Tuesday 3 March is a holiday with 10:00-12:00. Local time is +08:00.
    [InlineData("2026-03-02T08:00:00+08:00", true, "the first instant")]
    [InlineData("2026-03-02T07:59:59.9999999+08:00", false, "the tick before")]
    [InlineData("2026-03-02T17:59:59.9999999+08:00", true, "the last tick")]
    [InlineData("2026-03-02T18:00:00+08:00", false, "the end is not included")]
    [InlineData("2026-03-03T09:00:00+08:00", false, "a holiday, before its hours")]
    [InlineData("2026-03-03T10:00:00+08:00", true, "a holiday, in its hours")]
    [InlineData("2026-03-03T12:00:00+08:00", false, "a holiday, after its hours")]
    [InlineData("2026-03-10T09:00:00+08:00", true, "the next Tuesday is none")]
    [InlineData("2026-03-04T09:00:00+08:00", false, "a day without hours")]
    [InlineData("2026-03-02T00:00:00+00:00", false, "the offset in force counts, not the instant: it is midnight there")]
    [InlineData("2026-03-02T08:00:00-05:00", true, "and eight o'clock here")]
    public void Permits(string wall, bool expected, string why)
    {
        var at = new Moment(Seconds(0), DateTimeOffset.Parse(wall, System.Globalization.CultureInfo.InvariantCulture));
        var decision = BuildingPolicy.Decide(
            new Run().State, new PolicyInput.CredentialPresented(at, LobbyReader, People.ReadOf(People.CleanerCard)));
        var granted = decision.Effects.Any(e => e is OutboundEffect.Announce { Event.Kind: EventKind.AccessGranted });
        Assert.True(expected == granted, why);
        if (!granted)
        {
            Assert.Contains(decision.Effects, e => e is OutboundEffect.Announce { Event.Reason: DenyReason.NotPermittedAtThisTime });
        }
    }

    [Fact]
    public void A_whole_day_has_no_gap_at_midnight()
    {
        foreach (var wall in new[] { Morning.Date, Morning.Date.AddDays(1).AddTicks(-1) })
        {
            var at = new Moment(Seconds(0), new DateTimeOffset(wall, Morning.Offset));
            var decision = BuildingPolicy.Decide(new Run().State, new PolicyInput.CredentialPresented(at, LobbyReader, People.ReadOf(People.AnnCard)));
            Assert.Contains(decision.Effects, e => e is DeviceEffect.ReleaseLock);
        }
    }

    [Fact]
    public void A_schedule_that_is_not_configured_permits_nothing()
    {
        var run = new Run(Rules with { Schedules = Rules.Schedules.Remove(WorkingHours.Schedule) }).Card(People.CleanerCard);
        Assert.Equal(DenyReason.NotPermittedAtThisTime, run.Event(EventKind.AccessDenied).Reason);
    }
}
