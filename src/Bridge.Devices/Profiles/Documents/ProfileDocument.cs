namespace Bridge.Devices.Profiles.Documents;

/// <summary>A profile file as it is written; counted ranges are not written out yet.</summary>
internal sealed record ProfileDocument
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<string> Sources { get; init; }

    public SerialDocument? Serial { get; init; }

    public RequestsDocument? Requests { get; init; }

    public IReadOnlyList<InputDocument> Inputs { get; init; } = [];

    public IReadOnlyList<OutputDocument> Outputs { get; init; } = [];

    public IReadOnlyList<SettingDocument> Settings { get; init; } = [];

    public EventsDocument? Events { get; init; }

    public IReadOnlyList<IndicatorDocument> Indicators { get; init; } = [];

    public IReadOnlyList<IdentityDocument> Identity { get; init; } = [];

    public RestartDocument? Restart { get; init; }
}
