namespace Bridge.Host.Accounts.Sessions;

/// <summary>What became of the wish to take a post.</summary>
internal enum PostTaken
{
    Taken,
    NotYours,
    SecondFactorNeeded,
}
