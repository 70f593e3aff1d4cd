using Bridge.Journal.Records;

namespace Bridge.Host.Api.Lobby;

/// <summary>What was written of a person at one time, in full.</summary>
/// <param name="By">The account that wrote it.</param>
/// <param name="Fields">Null when it cannot be shown.</param>
public sealed record PersonVersion(DateTimeOffset At, string By, PersonStanding Standing, PersonFields? Fields)
{
    public override string ToString() => nameof(PersonVersion);
}
