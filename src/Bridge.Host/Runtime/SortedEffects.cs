using Bridge.Policy;
using Bridge.Policy.Admission;

namespace Bridge.Host.Runtime;

/// <summary>
/// The two kinds of effect part here: what is announced or recorded waits for the commit and belongs into it, what is done waits for the commit only.
/// </summary>
internal sealed class SortedEffects(List<DeviceEffect> devices, int expected)
{
    private List<RecordLine>? lines;
    private List<RecordChange>? changes;

    public List<BuildingEvent> Events { get; } = new(expected);

    public IReadOnlyList<RecordLine> Lines => lines is null ? [] : lines;

    public IReadOnlyList<RecordChange> Changes => changes is null ? [] : changes;

    public void Add(Effect effect)
    {
        switch (effect)
        {
            case DeviceEffect device:
                devices.Add(device);
                break;
            case OutboundEffect.Announce announce:
                Events.Add(announce.Event);
                break;
            case OutboundEffect.WriteRecord write:
                (lines ??= []).Add(write.Line);
                break;
            case OutboundEffect.ChangeRecord change:
                (changes ??= []).Add(change.Change);
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"No place for {effect.GetType().Name}.");
        }
    }
}
