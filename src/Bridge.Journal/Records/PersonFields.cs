namespace Bridge.Journal.Records;

/// <summary>What is personal about one record. Never printed, logged or sent: <see cref="ToString"/> shows nothing.</summary>
public sealed record PersonFields
{
    public string? Name { get; init; }

    public string? Organisation { get; init; }

    public string? Phone { get; init; }

    /// <summary>What somebody called himself who said that he lives here.</summary>
    public string? ClaimedName { get; init; }

    public string? HostName { get; init; }

    public string? Purpose { get; init; }

    public string? Goods { get; init; }

    public string? DocumentType { get; init; }

    /// <summary>The last four characters; never the whole number.</summary>
    public string? DocumentLast4 { get; init; }

    public string? Text { get; init; }

    /// <summary>Why an amendment was made.</summary>
    public string? Reason { get; init; }

    /// <summary>These fields with what is right instead put over them.</summary>
    public PersonFields With(PersonFields corrected) => new()
    {
        Name = corrected.Name ?? Name,
        Organisation = corrected.Organisation ?? Organisation,
        Phone = corrected.Phone ?? Phone,
        ClaimedName = corrected.ClaimedName ?? ClaimedName,
        HostName = corrected.HostName ?? HostName,
        Purpose = corrected.Purpose ?? Purpose,
        Goods = corrected.Goods ?? Goods,
        DocumentType = corrected.DocumentType ?? DocumentType,
        DocumentLast4 = corrected.DocumentLast4 ?? DocumentLast4,
        Text = corrected.Text ?? Text,
        Reason = corrected.Reason,
    };

    public override string ToString() => nameof(PersonFields);
}
