namespace Bridge.Devices.Profiles;

/// <summary>Everything the driver knows about a kind of device, read from its JSON file with counted ranges written out.</summary>
public sealed record DeviceProfile : IDevicePoints
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The documents the numbers come from.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    public SerialDefaults? Serial { get; init; }

    public required RequestLimits Requests { get; init; }

    public required IReadOnlyList<InputProfile> Inputs { get; init; }

    public required IReadOnlyList<OutputProfile> Outputs { get; init; }

    public required IReadOnlyList<RequiredSetting> Settings { get; init; }

    public EventSource? Events { get; init; }

    public required IReadOnlyList<Indicator> Indicators { get; init; }

    public required IReadOnlyList<IdentityCheck> Identity { get; init; }

    public RestartSign? Restart { get; init; }

    /// <summary>Every name that a site file may use, in the profile's order.</summary>
    public IEnumerable<string> PointNames =>
        [
            .. Inputs.Select(input => input.Name),
            .. Outputs.Select(output => output.Name),
            .. Events is null ? [] : new[] { Events.Name },
            .. Indicators.Select(indicator => indicator.Name),
        ];

    public IReadOnlyList<string> InputNames => [.. Inputs.Select(input => input.Name)];

    public IReadOnlyList<string> OutputNames => [.. Outputs.Select(output => output.Name)];

    public IReadOnlyList<string> IndicatorNames => [.. Indicators.Select(indicator => indicator.Name)];

    public string? ReadsName => Events?.Name;

    public PointUse? UseOfInput(string point) => FindInput(point)?.Use;

    public InputProfile? FindInput(string point) => Inputs.FirstOrDefault(input => input.Name == point);

    public OutputProfile? FindOutput(string point) => Outputs.FirstOrDefault(output => output.Name == point);

    /// <summary>Whether <paramref name="point"/> may release a lock for <paramref name="releaseTime"/>; asked by validate and again at every start.</summary>
    public OutputEligibility CheckLockOutput(string point, TimeSpan releaseTime) => LockOutputRules.Check(this, point, releaseTime);
}
