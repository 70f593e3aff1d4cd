namespace Bridge.Policy.Admission;

/// <summary>How a name as heard compares with the register. Nothing of the register is in it.</summary>
public enum NameAnswer
{
    Match,

    /// <summary>The sound is the same and the characters differ.</summary>
    SoundsAlike,

    /// <summary>More than one member has this name.</summary>
    SecondFactNeeded,
    NoMatch,
}
