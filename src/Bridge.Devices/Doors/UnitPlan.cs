using Bridge.Devices.Profiles;

namespace Bridge.Devices.Doors;

/// <summary>One device of the line with its profile: what the site uses of it, worked out once.</summary>
internal sealed class UnitPlan(DeviceDefinition definition, DeviceProfile profile)
{
    public DeviceDefinition Definition { get; } = definition;

    public DeviceProfile Profile { get; } = profile;

    public byte Unit => Definition.Unit;

    /// <summary>
    /// In the order in which they are told: what explains an opening comes before the contact. A door that is opened at its exit button within one poll
    /// would otherwise look forced.
    /// </summary>
    public IReadOnlyList<(InputProfile Profile, PointDefinition Definition, PointUse Use)> Inputs { get; } =
    [
        .. from point in definition.Points
           let input = profile.FindInput(point.Point)
           where input is not null
           let use = point.Use == PointUse.Any ? input.Use : point.Use
           orderby Turn(use)
           select (input, point, use),
    ];

    public bool CarriesFire => Inputs.Any(input => input.Use == PointUse.Fire);

    public bool CarriesContact => Inputs.Any(input => input.Use == PointUse.Contact);

    public IReadOnlyList<(OutputProfile Profile, PointDefinition Use)> Outputs { get; } =
        [.. from point in definition.Points let output = profile.FindOutput(point.Point) where output is not null select (output, point)];

    /// <summary>The card memory, if the site uses it.</summary>
    public EventSource? Events { get; } =
        definition.Points.Any(point => point.Point == profile.Events?.Name) ? profile.Events : null;

    public PointId Id(string point) => new(Definition.Device, point);

    /// <summary>The settings that the used outputs depend on.</summary>
    public IEnumerable<RequiredSetting> Settings =>
        Outputs.Count == 0 ? [] : Profile.Settings.Where(setting => setting.Output is null || Outputs.Any(output => output.Profile.Name == setting.Output));

    public PollPlan Poll(bool mayMerge) => PollPlan.Of(Spans(), mayMerge ? Profile.Requests : Profile.Requests with { MergeGap = 0 });

    private static int Turn(PointUse use) => use switch
    {
        PointUse.Fire => 0,
        PointUse.RequestToExit => 1,
        PointUse.LockSensor => 2,
        PointUse.Any or PointUse.Lock or PointUse.Tamper => 3,
        PointUse.Contact => 4,
    };

    private IEnumerable<PollSpan> Spans()
    {
        foreach (var (input, _, _) in Inputs)
        {
            yield return new PollSpan(input.Source.Table, input.Source.Address, 1);
            if (input.Counter is { } counter)
            {
                yield return new PollSpan(counter.Table, counter.Address, counter.Registers, Early: true);
            }

            if (input.Latch is { } latch)
            {
                yield return new PollSpan(PointTable.Coil, latch.Address, 1);
            }
        }

        foreach (var (output, _) in Outputs)
        {
            yield return new PollSpan(output.ReadBack.Table, output.ReadBack.Address, 1);
        }

        if (Profile.Restart is { } restart)
        {
            yield return new PollSpan(restart.Table, restart.Address, restart.Registers);
        }

        if (Events is { } events)
        {
            yield return new PollSpan(events.Table, events.NewestAddress, 1);
            yield return new PollSpan(events.Table, events.OldestAddress, 1);
            if (events.Overflow is { } overflow)
            {
                yield return new PollSpan(overflow.Table, overflow.Address, 1);
            }
        }
    }
}
