using Bridge.Host.Configuration.Reading;
using Bridge.Policy;

namespace Bridge.Host.Configuration.Sections;

/// <summary>The fire panel's contacts. The second layer: the panel's own hard-wired drop of lock power comes first.</summary>
internal static class FireInputsSection
{
    public static IReadOnlyList<FireInputWiring> Read(Section site, PointBook book, Findings findings)
    {
        var inputs = new List<FireInputWiring>();
        foreach (var property in Identifiers.Named(site.Find("fireInputs"), "fire input", findings))
        {
            if (InputPoint.Fire.Read(property.Value, property.Name, book, findings) is { } point)
            {
                inputs.Add(new FireInputWiring(new FireInputId(property.Name), point));
            }
        }

        return inputs;
    }
}
