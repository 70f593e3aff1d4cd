namespace Bridge.Console.Doors;

/// <summary>One journalled event, ids only.</summary>
/// <param name="Sequence">Its number in the journal; null while the journal cannot be written and it stands in memory only.</param>
/// <param name="Time">When it happened, in the site's time zone: shown as it is.</param>
/// <param name="Kind">The event's name as it is journalled, for example <c>AccessGranted</c>. A name without a translation is shown as it is.</param>
/// <param name="Door">Null for events of the whole building.</param>
/// <param name="Reason">The reason's name as it is journalled, for example <c>CredentialExpired</c>.</param>
/// <param name="Detail">A short technical remark, never about a person.</param>
/// <param name="Correlation">Ties the events of one access together.</param>
public sealed record EventView(
    long? Sequence,
    DateTimeOffset Time,
    string Kind,
    DisplayName? Door,
    string? Reason,
    string? Detail,
    string? Correlation);
