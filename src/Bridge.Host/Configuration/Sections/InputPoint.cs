using Bridge.Devices;
using Bridge.Devices.Profiles;
using Bridge.Host.Configuration.Reading;
using Bridge.Host.Configuration.Text;

namespace Bridge.Host.Configuration.Sections;

/// <summary>An input and what it means. Written "device.point" where the profile says what on means, or as an object with point and onMeans.</summary>
/// <param name="OnWord">What the bridge takes on to mean: an input of which the site says the other word is inverted.</param>
internal sealed record InputPoint(PointUse Use, string What, string OnWord, string OffWord)
{
    public static InputPoint Contact { get; } = new(PointUse.Contact, "the door contact", "open", "closed");

    public static InputPoint LockSensor { get; } = new(PointUse.LockSensor, "the lock sensor", "locked", "unlocked");

    public static InputPoint RequestToExit { get; } = new(PointUse.RequestToExit, "the exit button", "pressed", "released");

    public static InputPoint Tamper { get; } = new(PointUse.Tamper, "the tamper contact", "tampered", "normal");

    public static InputPoint Fire { get; } = new(PointUse.Fire, "the fire input", "alarm", "normal");

    private static readonly TimeSpan LongestDebounce = TimeSpan.FromSeconds(5);

    /// <summary>Reads, checks and takes the point for <paramref name="owner"/>; null when there is none or it is wrong.</summary>
    public PointId? Read(SiteNode? value, string owner, PointBook book, Findings findings)
    {
        if (value is SiteNode.Object)
        {
            return Section.Open(value, SiteShapes.Input, findings) is { } section
                ? Take(section.Require("point", "a point written as \"device.point\""), section, owner, book, findings)
                : null;
        }

        if (value is not (null or SiteNode.Text))
        {
            findings.Expected(value, "a point written as \"device.point\", or an object with point and onMeans");
            return null;
        }

        return Take(value, null, owner, book, findings);
    }

    private PointId? Take(SiteNode? node, Section? section, string owner, PointBook book, Findings findings)
    {
        var onMeans = section?.Choice("onMeans", null, (OnWord, (string?)OnWord), (OffWord, OffWord));
        var debounce = section?.OptionalDuration("debounce", TimeSpan.Zero, LongestDebounce);
        if (node is null || book.Resolve(node) is not var (point, kind))
        {
            return null;
        }

        if (kind.UseOfInput(point.Point) is not { } wired)
        {
            book.Unknown(node, point, kind, "an input", kind.InputNames);
            return null;
        }

        if (wired != Use && wired != PointUse.Any)
        {
            findings.Error(node, $"expected an input for {What}, found {node.Shown}, which {kind.Name} wires as {wired}");
            return null;
        }

        if (onMeans is null && section?.Find("onMeans") is null && wired == PointUse.Any)
        {
            findings.Error(node, $"expected {{ \"point\": {node.Shown}, \"onMeans\": \"{OnWord}\" or \"{OffWord}\" }}, found no onMeans, and {kind.Name} does not know what is wired to it");
            return null;
        }

        WarnOfOpenCircuit(node, onMeans, findings);
        var definition = new PointDefinition(point.Point, onMeans == OffWord, debounce, Use);
        return book.Take(point, $"{What} of {owner}", node, definition) ? point : null;
    }

    // A cut wire reads as off. Where on means alarm nobody would notice it until the fire.
    private void WarnOfOpenCircuit(SiteNode node, string? onMeans, Findings findings)
    {
        if (Use is PointUse.Fire or PointUse.Tamper && onMeans == OnWord)
        {
            findings.Warning(node, $"{What} is on in alarm, so a cut wire goes unnoticed; a closed circuit with onMeans \"{OffWord}\" does not have this fault");
        }
    }
}
