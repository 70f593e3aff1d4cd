using Bridge.Host.Configuration.Reading;
using Bridge.Policy;
using Bridge.Policy.Credentials;

namespace Bridge.Host.Configuration.Sections;

/// <summary>Which doors a reader in clear may open: whoever reaches its two wires can open what it opens.</summary>
internal sealed class ClearReaders(IReadOnlyDictionary<string, DeviceEntry> devices, Findings findings)
{
    private enum Reach
    {
        AnyDoor,
        InteriorOnly,
        Nothing,
    }

    /// <summary>The same rules, with what the site does not let its clear readers do.</summary>
    public IEnumerable<AccessPointRules> Limit(Section site, ReadersSection readers, IReadOnlySet<DoorId> interior)
    {
        var reach = site.Choice("clearReaders", Reach.AnyDoor, ("anyDoor", Reach.AnyDoor), ("interiorOnly", Reach.InteriorOnly), ("nothing", Reach.Nothing));
        foreach (var rules in readers.Rules)
        {
            var isClear = readers.Wiring.Find(point => point.AccessPoint == rules.AccessPoint) is { } wired
                && devices.TryGetValue(wired.Source.Device.Value, out var device) && device.Osdp is { Secure: false };
            var refused = isClear && (reach == Reach.Nothing || (reach == Reach.InteriorOnly && !interior.Contains(rules.Door)));
            if (refused)
            {
                findings.Warning(site.Find("clearReaders")!, $"{rules.AccessPoint} is in clear, so nobody can come in there");
            }

            yield return refused ? rules with { RefusedInClear = true } : rules;
        }
    }
}
