namespace Bridge.Policy.Tests.Support;

/// <summary>One row of a table: why it has to be so, what happens, and every effect that follows, in order.</summary>
sealed record Story(string Why, Action<Run> Happens, string Expected)
{
    public static TheoryData<string> Names(IEnumerable<Story> stories) => [.. stories.Select(s => s.Why)];

    public static TheoryData<string, string> Names(IEnumerable<(string Code, string Why)> rows)
    {
        var names = new TheoryData<string, string>();
        foreach (var (code, why) in rows)
        {
            names.Add(code, why);
        }

        return names;
    }

    public static void Tell(IEnumerable<Story> stories, string why, BuildingRules? rules = null)
    {
        var story = stories.Single(s => s.Why == why);
        var run = new Run(rules);
        story.Happens(run);
        Assert.Equal(story.Expected, run.Log);
    }
}
