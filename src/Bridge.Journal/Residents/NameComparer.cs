namespace Bridge.Journal.Residents;

/// <summary>Compares what was typed with one household's members. Exact characters decide; who has moved out or is barred does not match.</summary>
internal static class NameComparer
{
    public static NameComparison Compare(IReadOnlyList<Member> household, string typed, DateOnly day, SoundTable sounds)
    {
        var name = NameText.Normalise(typed);
        var named = household.Where(member => HasName(member, name)).ToList();
        var cleared = named.Where(member => Cause(member, day) is null).ToList();
        if (cleared.Count > 0)
        {
            return cleared is [var only]
                ? Match(only)
                : new NameComparison.Match(
                    null, cleared.Any(member => member.Appearance is not null), cleared.Any(member => member.MayAdmitHimself), NeedsSecondFact: true);
        }

        if (named.Count > 0)
        {
            return new NameComparison.NoMatch(Cause(named[0], day)!.Value);
        }

        return name.Length > 0 && household.Any(member => Cause(member, day) is null && sounds.SoundsLike(name, member))
            ? new NameComparison.SoundsAlike()
            : new NameComparison.NoMatch(NoMatchCause.NoSuchName);
    }

    public static NameComparison CompareSecond(IReadOnlyList<Member> household, string typed, string phoneLast4, DateOnly day)
    {
        var name = NameText.Normalise(typed);
        var found = household.Where(member =>
            HasName(member, name) && Cause(member, day) is null && phoneLast4.Length > 0 && member.PhoneLast4 == NameText.Normalise(phoneLast4)).ToList();
        return found is [var only] ? Match(only) : new NameComparison.NoMatch(NoMatchCause.SecondFact);
    }

    public static bool HasName(Member member, string normalised) =>
        normalised.Length > 0 && (NameText.Normalise(member.Name) == normalised || member.Variants.Any(variant => NameText.Normalise(variant) == normalised));

    private static NameComparison.Match Match(Member member) => new(member.Id, member.Appearance is not null, member.MayAdmitHimself, NeedsSecondFact: false);

    private static NoMatchCause? Cause(Member member, DateOnly day) => member switch
    {
        { Barred: true } => NoMatchCause.Barred,
        _ when member.MovedOut < day => NoMatchCause.MovedOut,
        _ when member.MovedIn > day => NoMatchCause.NotMovedIn,
        { Minor: true, MayAdmitHimself: false } => NoMatchCause.Minor,
        _ => null,
    };
}
