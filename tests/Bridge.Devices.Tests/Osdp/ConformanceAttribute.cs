using System.Globalization;
using Xunit.v3;

namespace Bridge.Devices.Tests.Osdp;

/// <summary>Says which point of the conformance checklist a test shows. The document of the checklist is written from these.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class ConformanceAttribute(int item, string wording) : Attribute, ITraitAttribute
{
    public int Item { get; } = item;

    public string Wording { get; } = wording;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() =>
        [new("Conformance", Item.ToString("D2", CultureInfo.InvariantCulture))];
}
