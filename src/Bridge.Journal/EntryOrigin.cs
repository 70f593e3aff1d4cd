namespace Bridge.Journal;

/// <summary>Inputs replay the state; events are what was decided and told.</summary>
public enum EntryOrigin
{
    Input = 1,
    Event = 2,
}
