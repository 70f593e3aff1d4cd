using Bridge.Devices;
using Bridge.Devices.Osdp;
using Bridge.Devices.Osdp.Cards;
using Bridge.Host.Configuration.Reading;
using Bridge.Host.Configuration.Text;
using Bridge.Host.Secrets;

namespace Bridge.Host.Configuration.Sections;

/// <summary>One OSDP reader. A secure channel is required unless the site says "secure": false; its key is in a file of its own, never in the site file.</summary>
internal sealed class OsdpReaderSection(OsdpKeys keys, Findings findings)
{
    private const int HighestAddress = 126;

    public DeviceEntry Read(string name, string line, SiteNode value)
    {
        if (Section.Open(value, SiteShapes.OsdpReader, findings) is not { } section)
        {
            return new DeviceEntry(new DeviceId(name), line, 0, null, "", TimeSpan.Zero, null, null, value);
        }

        return new DeviceEntry(
            new DeviceId(name),
            line,
            (byte)(section.RequireWhole("address", 0, HighestAddress) ?? 0),
            OsdpReaderPoints.Instance,
            "",
            section.Duration("poll", TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(2)),
            null,
            section.Flag("secure", true) ? Key(name, section) : Clear(name, section),
            value)
        {
            Keypad = Keypad(section),
            CardFormats = Formats(section),
        };
    }

    private IReadOnlyList<string> Formats(Section reader)
    {
        const string expected = "a list of card formats such as [\"H10301\", \"C1000-35\"]";
        if (reader.Find("cardFormats") is not { } node)
        {
            return CardFormats.StandardNames;
        }

        if (node is not SiteNode.Array list || list.Items.Any(item => item is not SiteNode.Text))
        {
            findings.Expected(node, expected);
            return CardFormats.StandardNames;
        }

        string[] names = [.. list.Items.Cast<SiteNode.Text>().Select(item => Printable.Of(item.Value, 40))];
        if (CardFormats.Problem(names) is { } problem)
        {
            findings.Error(node, problem);
            return CardFormats.StandardNames;
        }

        return names;
    }

    private KeypadRules Keypad(Section reader)
    {
        var usual = KeypadRules.Standard;
        if (reader.Find("keypad") is not { } node || Section.Open(node, SiteShapes.Keypad, findings) is not { } section)
        {
            return usual;
        }

        var rules = new KeypadRules(
            Meaning(section, "star", usual.Star),
            Meaning(section, "hash", usual.Hash),
            section.Duration("timeout", usual.Timeout, TimeSpan.FromSeconds(2), KeypadRules.LongestTimeout),
            section.Whole("longestPin", usual.LongestPin, 1, KeypadRules.LongestPossible),
            section.Whole("completeAt", usual.CompleteAt, 0, KeypadRules.LongestPossible));
        if (rules.Problem is { } problem)
        {
            findings.Error(node, $"this keypad cannot work: {problem}");
        }

        return rules;
    }

    private static KeyMeaning Meaning(Section section, string key, KeyMeaning usual) =>
        section.Choice(key, usual, ("enter", KeyMeaning.Enter), ("clear", KeyMeaning.Clear), ("ignore", KeyMeaning.Ignore));

    private OsdpSecurity Clear(string name, Section section)
    {
        findings.Warning(section.Find("secure")!,
            $"{name} is read in clear: whoever reaches its two wires reads every card and PIN, and can send them again. Only for a reader that cannot do better");
        return OsdpSecurity.Clear;
    }

    private OsdpSecurity? Key(string name, Section section)
    {
        switch (keys.Find(name))
        {
            case OsdpKeyFound.Found found:
                return found.Security;
            case OsdpKeyFound.Missing:
                findings.Warning(section.Node, $"{name} has no key in {keys.Path} yet: nobody can come in there. Enrol it: accessbridge osdp enrol --reader {name}");
                return OsdpSecurity.NotEnrolled;
            case OsdpKeyFound.Refused refused:
                findings.Error(section.Node, refused.Reason);
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
