namespace Bridge.Journal.Records;

/// <summary>What a completion or an amendment may change of a record. Null says nothing: in a change it leaves alone what was there. Ids and codes, no names.</summary>
public sealed record RecordFields
{
    /// <summary>The visitor's category, or the kind of a duty log's line. A new record has one.</summary>
    public string? Category { get; init; }

    public string? Result { get; init; }

    /// <summary>How consent came: the gate, the unit's intercom, the control room, the office, a badge, a pass, recognition.</summary>
    public string? ConsentKind { get; init; }

    /// <summary>Who gave it: the id of a household, a member or an account.</summary>
    public string? ConsentBy { get; init; }

    public string? Household { get; init; }

    public int? HeadCount { get; init; }

    /// <summary>The number of a badge, pass, announcement or booking.</summary>
    public string? Reference { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>Duty log: which post or account was told.</summary>
    public string? Told { get; init; }

    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>Duty log: left for the next shift.</summary>
    public bool? CarriedOver { get; init; }

    /// <summary>The id of the sealed row that holds names and free text.</summary>
    public string? Person { get; init; }

    /// <summary>These fields with what a change says put over them.</summary>
    public RecordFields With(RecordFields change) => new()
    {
        Category = change.Category ?? Category,
        Result = change.Result ?? Result,
        ConsentKind = change.ConsentKind ?? ConsentKind,
        ConsentBy = change.ConsentBy ?? ConsentBy,
        Household = change.Household ?? Household,
        HeadCount = change.HeadCount ?? HeadCount,
        Reference = change.Reference ?? Reference,
        CompletedAt = change.CompletedAt ?? CompletedAt,
        LeftAt = change.LeftAt ?? LeftAt,
        Told = change.Told ?? Told,
        ToldAt = change.ToldAt ?? ToldAt,
        CarriedOver = change.CarriedOver ?? CarriedOver,
        Person = change.Person ?? Person,
    };
}
