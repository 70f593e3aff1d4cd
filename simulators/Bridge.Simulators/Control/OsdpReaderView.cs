using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Faults;
using Bridge.Simulators.Osdp.Feedback;

namespace Bridge.Simulators.Control;

/// <summary>An OSDP reader as somebody standing in front of it sees it, and what only its maker could see.</summary>
/// <param name="Waiting">Reports that are not told or not acknowledged.</param>
/// <param name="Lights">What each light shows now.</param>
public sealed record OsdpReaderView(
    string Id,
    byte Address,
    int BitsPerSecond,
    int BootNumber,
    long Requests,
    bool IsOnline,
    bool IsInSession,
    bool HasKey,
    int Waiting,
    IReadOnlyList<LightColour> Lights,
    IReadOnlyList<LightChange> LightHistory,
    bool IsSounding,
    int Signals,
    string Text,
    IReadOnlyDictionary<string, bool> Outputs,
    IReadOnlyDictionary<string, bool> Inputs,
    ReaderFaults Faults)
{
    public static OsdpReaderView Of(OsdpReader reader) => new(
        reader.Id,
        reader.Unit,
        reader.BitsPerSecond,
        reader.BootNumber,
        reader.Requests,
        reader.IsOnline,
        reader.IsInSession,
        reader.HasKey,
        reader.WaitingReports,
        reader.Lights.Colours,
        reader.Lights.History,
        reader.Buzzer.IsSounding,
        reader.Buzzer.Signals,
        reader.Text.Shown,
        reader.Outputs.ToDictionary(each => each.Key, each => each.Value.IsOn),
        reader.Inputs.ToDictionary(each => each.Key, each => each.Value.IsOn),
        reader.Faults);
}
