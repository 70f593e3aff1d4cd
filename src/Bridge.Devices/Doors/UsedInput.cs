using Bridge.Devices.Profiles;

namespace Bridge.Devices.Doors;

/// <summary>An input that the site uses, with what is known of it in this session.</summary>
internal sealed class UsedInput(InputProfile profile, PointDefinition definition, PointUse use)
{
    public InputProfile Profile { get; } = profile;

    public PointUse Use { get; } = use;

    public bool IsInverted { get; } = profile.ActiveLow ^ definition.Inverted;

    public PointState State { get; } = new(definition.Debounce ?? profile.Debounce);

    public EdgeCounter? Counter { get; } = profile.Counter is { } counter ? new EdgeCounter(counter) : null;

    public void Forget()
    {
        State.Forget();
        Counter?.Forget();
    }
}
