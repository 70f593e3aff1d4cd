using Bridge.Console.Supervision;
using Bridge.Devices;
using Bridge.Host.Seats.Supervision;

namespace Bridge.Host.Tests.Seats.Supervision;

/// <summary>What a few seconds' counts of a device look like.</summary>
public sealed class DiagnosisTests
{
    private static readonly DeviceCounts Well = new(new DeviceId("reader"), 1, 100, 100, TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(23));

    public static TheoryData<string, DeviceDiagnosis> Rows => [.. Table.Select(row => (row.Why, row.Found))];

    [Theory, MemberData(nameof(Rows))]
    public void IsNamed(string why, DeviceDiagnosis found)
    {
        var row = Table.Single(known => known.Why == why);
        Assert.Equal(found, row.Counts.Diagnose(row.IsUp));
    }

    [Fact]
    public void TheSecondsBeforeDoNotCount()
    {
        var before = Well with { Timeouts = 90, CheckErrors = 50, Strangers = 9, Refusals = 9 };
        Assert.Equal(DeviceDiagnosis.Well, (before with { Asked = 200, Replies = 200, ReplyTime = TimeSpan.FromSeconds(2) }).Since(before).Diagnose(lineIsUp: true));
    }

    private static IEnumerable<(string Why, DeviceCounts Counts, bool IsUp, DeviceDiagnosis Found)> Table =>
    [
        ("every question answered", Well, true, DeviceDiagnosis.Well),
        ("one lost in a hundred is weather", Well with { Timeouts = 1 }, true, DeviceDiagnosis.Well),
        ("the line is down, whatever was counted", Well, false, DeviceDiagnosis.LineDown),
        ("nobody asked", Well with { Asked = 0, Replies = 0 }, true, DeviceDiagnosis.NotYet),
        ("asked and silent", Well with { Replies = 0, Timeouts = 100 }, true, DeviceDiagnosis.Silent),
        ("only broken frames", Well with { Replies = 0, CheckErrors = 100 }, true, DeviceDiagnosis.Damaged),
        ("some broken frames", Well with { CheckErrors = 5 }, true, DeviceDiagnosis.Damaged),
        ("some lost", Well with { Timeouts = 5 }, true, DeviceDiagnosis.LosesAnswers),
        ("some refused", Well with { Refusals = 5 }, true, DeviceDiagnosis.Refuses),
        ("answers of another", Well with { Strangers = 5, CheckErrors = 5, Timeouts = 5 }, true, DeviceDiagnosis.AddressClash),
        ("a reader that does not prove its key", Well with { NotTrusted = true }, true, DeviceDiagnosis.NotTrusted),
        ("half a second each", Well with { ReplyTime = TimeSpan.FromSeconds(50) }, true, DeviceDiagnosis.Slow),
    ];
}
