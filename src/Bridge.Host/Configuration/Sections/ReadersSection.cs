using Bridge.Devices;
using Bridge.Host.Configuration.Reading;
using Bridge.Host.Configuration.Text;
using Bridge.Policy;
using Bridge.Policy.Credentials;

namespace Bridge.Host.Configuration.Sections;

/// <summary>The readers and keypads of the doors.</summary>
internal sealed class ReadersSection(PointBook book, Findings findings)
{
    public List<AccessPointRules> Rules { get; } = [];

    public List<AccessPointWiring> Wiring { get; } = [];

    public void Read(string door, Section section)
    {
        foreach (var property in Identifiers.Named(section.Find("readers"), "reader", findings))
        {
            if (Section.Open(property.Value, SiteShapes.Reader, findings) is { } reader)
            {
                ReadReader(new DoorId(door), new AccessPointId($"{door}.{property.Name}"), reader);
            }
        }
    }

    private void ReadReader(DoorId door, AccessPointId id, Section section)
    {
        var authentication = section.Choice("authentication", Authentication.Card, ("card", Authentication.Card), ("pin", Authentication.Pin),
            ("cardOrPin", Authentication.CardOrPin), ("cardAndPin", Authentication.CardAndPin));
        Rules.Add(new AccessPointRules(
            id,
            door,
            authentication,
            section.Duration("secondFactorTime", TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(1)),
            section.Duration("maximumReadAge", TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1))));
        if (section.Find("authentication") is { } asked && authentication is Authentication.Pin or Authentication.CardOrPin)
        {
            findings.Warning(asked, $"{id} opens with digits alone, which can be guessed, watched and passed on; cardAndPin cannot");
        }

        var source = Source(section, id);
        if (source is not null)
        {
            Wiring.Add(new AccessPointWiring(id, source.Value, Indicator(section, id, source.Value)));
        }
    }

    private PointId? Source(Section section, AccessPointId id)
    {
        var node = section.Require("source", "the device's memory of reads, written as \"device.point\"");
        if (book.Resolve(node) is not var (point, kind) || node is null)
        {
            return null;
        }

        if (kind.ReadsName != point.Point)
        {
            book.Unknown(node, point, kind, "a source of card and PIN reads", kind.ReadsName is { } reads ? [reads] : []);
            return null;
        }

        return book.Take(point, $"the source of {id}", node) ? point : null;
    }

    /// <summary>The one that is named, or the only one that the reader's own device has.</summary>
    private PointId? Indicator(Section section, AccessPointId id, PointId source)
    {
        var use = $"the indicator of {id}";
        if (section.Find("indicator") is not { } node)
        {
            var only = book.Resolve(section.Find("source")) is var (_, own) && own.IndicatorNames is [var single] ? source with { Point = single } : (PointId?)null;
            return only is { } free && !book.IsTaken(free) && book.Take(free, use, section.Node) ? free : null;
        }

        if (book.Resolve(node) is not var (point, kind))
        {
            return null;
        }

        if (!kind.IndicatorNames.Contains(point.Point))
        {
            book.Unknown(node, point, kind, "an indicator", kind.IndicatorNames);
            return null;
        }

        return book.Take(point, use, node) ? point : null;
    }
}
