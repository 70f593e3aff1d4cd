using Bridge.Host.Configuration.Reading;
using Bridge.Journal.Records;

namespace Bridge.Host.Configuration.Sections;

/// <summary>How long people and records are kept.</summary>
internal static class RetentionSection
{
    private const int MostDays = 3650;

    public static RetentionLimits Read(Section site, Findings findings)
    {
        if (Section.Open(site.Find("retention"), SiteShapes.Retention, findings) is not { } section)
        {
            return RetentionLimits.China;
        }

        var usual = section.Choice("profile", RetentionLimits.China, ("cn", RetentionLimits.China), ("eu", RetentionLimits.Europe));
        TimeSpan Days(string key, TimeSpan otherwise) => TimeSpan.FromDays(section.Whole(key, otherwise.Days, 1, MostDays));
        return new RetentionLimits(
            Days("visitorDays", usual.VisitorIdentity), Days("callBackDays", usual.CallBack), Days("movementDays", usual.Movement),
            Days("incidentDays", usual.Incident), Days("recordDays", usual.Skeleton));
    }
}
