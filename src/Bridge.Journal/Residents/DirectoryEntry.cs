namespace Bridge.Journal.Residents;

/// <summary>A line of the desk's directory. Personal: for the screen of who is signed in there.</summary>
public sealed record DirectoryEntry(string Household, string Unit, string Lobby, string Member, string Name, ResidentKind Kind)
{
    public override string ToString() => Member;
}
