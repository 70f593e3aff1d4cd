using Bridge.Journal.Records;

namespace Bridge.Host.Api.Lobby;

/// <summary>How many people of one class are kept, and when the next of them is erased.</summary>
/// <param name="KeptDays">As the site file says it.</param>
/// <param name="Restricted">Of them kept longer, for a law or an open matter.</param>
/// <param name="NextErasure">Null when none is due.</param>
public sealed record RetentionView(RetentionClass Class, double KeptDays, int Rows, int Restricted, DateTimeOffset? NextErasure);
