using Bridge.Host.Configuration.Reading;
using Bridge.Policy.Credentials;

namespace Bridge.Host.Configuration.Sections;

/// <summary>Wrong PINs at one keypad.</summary>
internal static class LockoutSection
{
    public static LockoutRules Read(Section site, Findings findings)
    {
        var usual = LockoutRules.Default;
        if (Section.Open(site.Find("lockout"), SiteShapes.Lockout, findings) is not { } section)
        {
            return usual;
        }

        var rules = new LockoutRules(
            section.Whole("wrongPins", usual.WrongPins, 3, 10),
            section.Duration("first", usual.First, TimeSpan.FromSeconds(10), TimeSpan.FromHours(1)),
            section.Duration("longest", usual.Longest, TimeSpan.FromSeconds(10), TimeSpan.FromHours(24)));
        if (section.Find("longest") is { } longest && rules.Longest < rules.First)
        {
            findings.Expected(longest, $"at least the first of {DurationText.Show(rules.First)}");
        }

        return rules;
    }
}
