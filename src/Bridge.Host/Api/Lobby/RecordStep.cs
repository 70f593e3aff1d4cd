using Bridge.Journal.Records;

namespace Bridge.Host.Api.Lobby;

/// <summary>A further row of a record.</summary>
/// <param name="By">The account that wrote it.</param>
/// <param name="Kind">A code.</param>
/// <param name="Fields">What it says of the person, covered; null when nothing, or when it cannot be shown.</param>
public sealed record RecordStep(DateTimeOffset At, string By, string Kind, bool OfPerson, PersonFields? Fields);
