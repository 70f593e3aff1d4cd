using Bridge.Console.Desk;
using Bridge.Console.Desk.Queue;
using Bridge.Console.Doors;

namespace Bridge.Console.Tests.Desk;

/// <summary>What stands on top of the queue, and how it looks as its time runs out.</summary>
public sealed class DeskQueueTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 10, 14, 0, TimeSpan.FromHours(8));

    [Fact]
    public void RowsAreSortedByWhatPressesMostAndThenByDeadline() => Assert.Equal(
        ["call-rear", "case-17", "case-18", "task-3", "announced-n1", "announced-n2"],
        DeskQueue.Of(DeskPictures.Busy(Now)).Select(row => row.Key));

    [Fact]
    public void AVisitorAndHisCallAreOneRow() =>
        Assert.Equal("front", Assert.Single(DeskQueue.Of(DeskPictures.Busy(Now)), row => row.Key == "case-17").Call?.Panel);

    /// <summary>A site that gives its visitors five minutes does not show them ten.</summary>
    [Fact]
    public void HowLongARowMayWaitIsTheSites()
    {
        var one = new DeskCase(9, DeskPictures.Door, AdmissionCategory.Visitor, CaseStage.Verifying, TimeSpan.FromMinutes(4));
        var busy = DeskPictures.Busy(Now) with { Cases = [one], Limits = new DeskLimits { Case = TimeSpan.FromMinutes(5), Taken = TimeSpan.FromSeconds(80), Comes = TimeSpan.FromMinutes(17) } };
        var rows = DeskQueue.Of(busy).ToDictionary(row => row.Key, row => (row.Left, row.Tone));
        Assert.Equal((TimeSpan.FromMinutes(1), Tone.Warning), rows["case-9"]);
        Assert.Equal((TimeSpan.FromSeconds(10), Tone.Warning), rows["task-3"]);
        Assert.Equal(TimeSpan.FromMinutes(17), rows["announced-n1"].Left);
    }

    public static TheoryData<int, Tone, string> Times => new()
    {
        { 10, Tone.Plain, "a third of the time" },
        { 22, Tone.Plain, "just below three quarters" },
        { 23, Tone.Warning, "three quarters are gone" },
        { 29, Tone.Warning, "nearly over" },
        { 30, Tone.Critical, "over" },
    };

    [Theory, MemberData(nameof(Times))]
    public void ARowTurnsAsItsTimeRunsOut(int seconds, Tone tone, string why)
    {
        var question = DeskPictures.Waiting.Question! with { Age = TimeSpan.FromSeconds(seconds) };
        var row = Assert.Single(DeskQueue.Of(DeskPictures.With(Now, DeskPictures.Waiting with { Question = question })));
        Assert.True(tone == row.Tone, $"{why}: {row.Tone}");
    }

    public static TheoryData<CaseStage, bool, bool, QueueKind?, string> Cases => new()
    {
        { CaseStage.Open, false, false, QueueKind.Case, "somebody stands there" },
        { CaseStage.Cleared, false, false, QueueKind.Case, "the key is live" },
        { CaseStage.NotEntered, false, false, QueueKind.Case, "the door was opened and nobody went in" },
        { CaseStage.Unknown, false, false, QueueKind.Case, "nobody knows whether the door opened" },
        { CaseStage.Entered, true, false, QueueKind.Record, "he is in and the record is not complete" },
        { CaseStage.Entered, true, true, null, "he is in and everything is written" },
        { CaseStage.Entered, false, false, null, "he is in and nothing is to be written" },
        { CaseStage.Refused, false, false, null, "over" },
        { CaseStage.Closed, false, false, null, "over" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void ACaseIsInTheQueueAsLongAsSomebodyHasToDoSomething(CaseStage stage, bool record, bool complete, QueueKind? kind, string why)
    {
        var one = new DeskCase(9, DeskPictures.Door, AdmissionCategory.Visitor, stage, TimeSpan.FromSeconds(30))
        {
            Ended = stage is CaseStage.Refused or CaseStage.Closed, Record = record ? "VL-1" : null, RecordComplete = complete,
        };
        Assert.True(kind == DeskQueue.Of(DeskPictures.With(Now, one)).Select(row => (QueueKind?)row.Kind).SingleOrDefault(), why);
    }
}
