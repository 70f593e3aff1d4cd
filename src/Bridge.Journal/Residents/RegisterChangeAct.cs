namespace Bridge.Journal.Residents;

/// <summary>What was done; the numbers stand in the file.</summary>
public enum RegisterChangeAct
{
    Added = 1,
    Changed = 2,
    Removed = 3,
    ReasonRevealed = 4,
}
