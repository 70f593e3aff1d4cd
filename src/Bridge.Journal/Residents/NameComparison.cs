namespace Bridge.Journal.Residents;

/// <summary>What comes of comparing what somebody said his name was. It never says what the register holds.</summary>
public abstract record NameComparison
{
    private NameComparison()
    {
    }

    /// <param name="Member">Null while a second fact has to tell two members of one name apart.</param>
    /// <param name="HasAppearance">The desk has to confirm that he looks as registered.</param>
    /// <param name="MayAdmitHimself">May be let in on his own word.</param>
    public sealed record Match(string? Member, bool HasAppearance, bool MayAdmitHimself, bool NeedsSecondFact) : NameComparison;

    /// <summary>The same sound in other characters: the desk asks once how the name is written.</summary>
    public sealed record SoundsAlike : NameComparison;

    /// <param name="Cause">For the supervisor alone: the desk hears "not matched".</param>
    public sealed record NoMatch(NoMatchCause Cause) : NameComparison
    {
        public override string ToString() => nameof(NoMatch);
    }
}
