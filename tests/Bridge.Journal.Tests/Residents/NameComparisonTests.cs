using Bridge.Journal.Residents;

namespace Bridge.Journal.Tests.Residents;

/// <summary>The blind comparison: what was typed against the members of one household.</summary>
public sealed class NameComparisonTests : IDisposable
{
    private readonly ResidentBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("刘阳", "m-liu", "as registered")]
    [InlineData(" 刘 阳 ", "m-liu", "spaces do not count")]
    [InlineData("leo liu", "m-liu", "a registered English name, in another case")]
    [InlineData("ＬＥＯ　ＬＩＵ", "m-liu", "full width")]
    [InlineData("LeoLiu", "m-liu", "without the space")]
    [InlineData("赵磊", "m-today", "the last day is a day")]
    [InlineData("王小红", "m-cleared", "a child who may be let in on his own word")]
    [InlineData("孙丽", "m-now", "somebody of the same name lived here before")]
    public void A_member_matches(string typed, string member, string why)
    {
        using var register = bench.Filled();
        var match = register.Current.CompareName(ResidentBench.Usual.Id, typed, ResidentBench.Today);
        Assert.True((match as NameComparison.Match)?.Member == member, $"{why}: {match}");
    }

    [Theory]
    [InlineData("刘", NoMatchCause.NoSuchName, "a part of a name is none")]
    [InlineData("", NoMatchCause.NoSuchName, "nothing is nobody")]
    [InlineData("··", NoMatchCause.NoSuchName, "nothing but dots is nobody")]
    [InlineData("张洋", NoMatchCause.NoSuchName, "lives in another unit")]
    [InlineData("张伟", NoMatchCause.MovedOut, "moved out yesterday")]
    [InlineData("陈静", NoMatchCause.NotMovedIn, "moves in tomorrow")]
    [InlineData("李强", NoMatchCause.Barred, "barred")]
    [InlineData("王小明", NoMatchCause.Minor, "a child who may not be let in on his own word")]
    public void Others_do_not(string typed, NoMatchCause cause, string why)
    {
        using var register = bench.Filled();
        var compared = register.Current.CompareName(ResidentBench.Usual.Id, typed, ResidentBench.Today);
        Assert.True(compared is NameComparison.NoMatch none && none.Cause == cause, $"{why}: {compared}");
        Assert.True(compared.ToString() == "NoMatch", "the cause is not what a log or a screen prints");
    }

    [Theory]
    [InlineData("刘洋", true, "the same sound: 洋 was learned from a neighbour's registered pinyin")]
    [InlineData("liu yang", true, "heard and typed in letters")]
    [InlineData("Liú Yáng", true, "with tones")]
    [InlineData("刘央", false, "a character that nobody has registered with its sound: nothing is known of it")]
    [InlineData("张阳", false, "sounds like the neighbour and not like anybody here")]
    [InlineData("li qiang", false, "sounds like somebody who is barred, who has no pinyin besides")]
    public void Other_characters_of_one_sound_are_asked_about(string typed, bool alike, string why)
    {
        using var register = bench.Filled();
        var compared = register.Current.CompareName(ResidentBench.Usual.Id, typed, ResidentBench.Today);
        Assert.True(compared is NameComparison.SoundsAlike == alike && compared is not NameComparison.Match, $"{why}: {compared}");
    }

    [Fact]
    public void Two_of_one_name_are_told_apart_by_a_second_fact()
    {
        using var register = bench.Filled();
        Assert.Equal(
            new NameComparison.Match(null, HasAppearance: true, MayAdmitHimself: false, NeedsSecondFact: true),
            register.Current.CompareName(ResidentBench.Usual.Id, "王芳", ResidentBench.Today));
        Assert.Equal(
            new NameComparison.Match("m-same-1", HasAppearance: false, MayAdmitHimself: false, NeedsSecondFact: false),
            register.Current.CompareName(ResidentBench.Usual.Id, "王芳", "1111", ResidentBench.Today));
        Assert.Equal(
            new NameComparison.NoMatch(NoMatchCause.SecondFact), register.Current.CompareName(ResidentBench.Usual.Id, "王芳", "3333", ResidentBench.Today));
        Assert.Equal(
            new NameComparison.NoMatch(NoMatchCause.SecondFact), register.Current.CompareName(ResidentBench.Usual.Id, "孙丽", "", ResidentBench.Today));
    }

    [Theory]
    [InlineData("欧阳娜娜", true, "the dot between the parts does not count")]
    [InlineData("张洋", true, "a member")]
    [InlineData("刘阳", false, "lives elsewhere")]
    [InlineData("", false, "nobody was named")]
    public void A_host_lives_there_or_not(string name, bool lives, string why)
    {
        using var register = bench.Filled();
        Assert.True(register.Current.HostLivesThere(ResidentBench.Special.Id, name, ResidentBench.Today) == lives, why);
    }
}
