using Bridge.Devices.Intercoms.Serial;
using Bridge.Devices.Profiles;

namespace Bridge.Devices.Intercoms;

/// <summary>A serial intercom has panels, named as it names them itself, and nothing else that a site could wire.</summary>
public sealed class SerialIntercomPoints : IDevicePoints
{
    public static SerialIntercomPoints Instance { get; } = new();

    public string Name => "serial intercom";

    public IEnumerable<string> PointNames => [];

    public IReadOnlyList<string> InputNames => [];

    public IReadOnlyList<string> OutputNames => [];

    public IReadOnlyList<string> IndicatorNames => [];

    public string? ReadsName => null;

    /// <summary>The line can carry it as the name of a panel or a unit.</summary>
    public static bool IsName(string text) => SerialName.IsName(text);

    public PointUse? UseOfInput(string point) => null;

    public OutputEligibility CheckLockOutput(string point, TimeSpan releaseTime) => new OutputEligibility.Refused("an intercom's relay is no lock output here");
}
