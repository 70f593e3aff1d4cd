namespace Bridge.Journal.Residents;

/// <summary>What deciding needs to know of a member. No name.</summary>
/// <param name="LivesHere">On the day that was asked for.</param>
public sealed record MemberFacts(
    string Member, string Household, string Lobby, bool LivesHere, bool Barred, bool Minor, bool MayAdmitHimself, bool HasAppearance);
