using Bridge.Host.Configuration.Reading;

namespace Bridge.Host.Configuration.Sections;

/// <summary>How long the journal remembers.</summary>
internal static class JournalSection
{
    private const int UsualDays = 365;
    private const int FewestDays = 30;
    private const int MostDays = 3650;

    public static JournalSettings Read(Section site, Findings findings)
    {
        var days = Section.Open(site.Find("journal"), SiteShapes.Journal, findings)?.Whole("keepDays", UsualDays, FewestDays, MostDays) ?? UsualDays;
        return new JournalSettings(TimeSpan.FromDays(days));
    }
}
