namespace Bridge.Host.Explaining;

/// <summary>What is explained.</summary>
public enum StorySubject
{
    Case,
    Access,

    /// <summary>One entry of the journal that belongs to neither.</summary>
    Entry,
}
