namespace Bridge.Policy.Tests.Admission;

/// <summary>The scenarios of the procedure, event by event and line by line: whatever is not written here did not happen.</summary>
public class StoryTests
{
    static readonly DeskStory[] Rows = [.. Stories.All, .. VisitorStories.All];

    public static TheoryData<string> Names => [.. Rows.Select(story => story.Why)];

    [Theory, MemberData(nameof(Names))]
    public void It_happens_so(string why)
    {
        var story = Rows.Single(one => one.Why == why);
        var desk = story.Happens();
        Assert.Equal(story.Expected, desk.Story);
        Assert.Equal(story.Opened, desk.Opened);
        Assert.Equal(story.Ends, desk.Status);
    }
}
