namespace Bridge.Policy;

/// <summary>
/// One decision while it is being made: the moment of the input and the effects collected so far. It is the only thing that changes in place,
/// and it does not outlive <see cref="BuildingPolicy.Decide"/>.
/// </summary>
internal sealed class DecisionDraft(Moment at)
{
    private List<Effect>? effects;

    public Moment At { get; } = at;

    public TimeSpan Now => At.Elapsed;

    public IReadOnlyList<Effect> Effects => effects is null ? [] : effects;

    public void Do(DeviceEffect effect) => (effects ??= []).Add(effect);

    public void Record(OutboundEffect effect) => (effects ??= []).Add(effect);

    public void Announce(BuildingEvent happened) => (effects ??= []).Add(new OutboundEffect.Announce(happened));

    public void Announce(EventKind kind, DoorId door, AccessId? access = null, string? detail = null) =>
        Announce(new BuildingEvent(kind, At) { Door = door, Access = access, Detail = detail });

    public void Show(AccessPointId accessPoint, Feedback feedback) =>
        Do(new DeviceEffect.ShowFeedback(At.Plus(PolicyTimes.FeedbackDeadline), accessPoint, feedback));

    /// <summary>Shows the same at every access point of a door.</summary>
    public void ShowAtDoor(BuildingRules rules, DoorId door, Feedback feedback)
    {
        foreach (var (accessPoint, point) in rules.AccessPoints)
        {
            if (point.Door == door)
            {
                Show(accessPoint, feedback);
            }
        }
    }
}
