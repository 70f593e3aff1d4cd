using Bridge.Host.Configuration.Reading;
using Bridge.Policy.Admission;

namespace Bridge.Host.Configuration.Sections;

/// <summary>The times of the admission procedure, with their limits, and the site's reading of what can be read in two ways.</summary>
internal static class AdmissionSection
{
    public static (AdmissionTimes Times, AdmissionSwitches Switches) Read(Section site, Findings findings) =>
        Section.Open(site.Find("admission"), SiteShapes.Admission, findings) is { } section
            ? (Times(section, AdmissionTimes.Default), Switches(section, AdmissionSwitches.Default))
            : (AdmissionTimes.Default, AdmissionSwitches.Default);

    private static AdmissionTimes Times(Section section, AdmissionTimes usual)
    {
        TimeSpan Seconds(string key, TimeSpan otherwise, int least, int most) =>
            section.Duration(key, otherwise, TimeSpan.FromSeconds(least), TimeSpan.FromSeconds(most));
        TimeSpan Minutes(string key, TimeSpan otherwise, int least, int most) =>
            section.Duration(key, otherwise, TimeSpan.FromMinutes(least), TimeSpan.FromMinutes(most));
        var times = new AdmissionTimes
        {
            Ring = Seconds("ring", usual.Ring, 10, 60),
            Consent = Seconds("consent", usual.Consent, 10, 300),
            Recognition = Seconds("recognition", usual.Recognition, 10, 120),
            ControlRoomAcknowledge = Seconds("controlRoomAcknowledge", usual.ControlRoomAcknowledge, 5, 120),
            ControlRoomAnswer = Seconds("controlRoomAnswer", usual.ControlRoomAnswer, 30, 600),
            ControlRoomConsent = Seconds("controlRoomConsent", usual.ControlRoomConsent, 30, 900),
            OfficeAcknowledge = Seconds("officeAcknowledge", usual.OfficeAcknowledge, 5, 120),
            OfficeAnswer = Seconds("officeAnswer", usual.OfficeAnswer, 30, 900),
            OfficeConsent = Seconds("officeConsent", usual.OfficeConsent, 30, 1800),
            Announcement = Minutes("announcement", usual.Announcement, 1, 120),
            TourLead = Minutes("tourLead", usual.TourLead, 0, 120),
            Grant = Seconds("grant", usual.Grant, 5, 60),
            Reopen = Seconds("reopen", usual.Reopen, 10, 300),
            Idle = Minutes("idle", usual.Idle, 2, 60),
            RecordLate = Seconds("recordLate", usual.RecordLate, 30, 1800),
            PatrolNextHandset = Seconds("patrolNextHandset", usual.PatrolNextHandset, 10, 300),
            PatrolEscalation = Seconds("patrolEscalation", usual.PatrolEscalation, 20, 600),
            PatrolResult = Minutes("patrolResult", usual.PatrolResult, 1, 60),
            RecognitionLimit = section.Whole("recognitionLimit", usual.RecognitionLimit, 1, 100),
            RecognitionWindow = Minutes("recognitionWindow", usual.RecognitionWindow, 5, 1440),
        };
        CheckOrder(section, times);
        return times;
    }

    private static AdmissionSwitches Switches(Section section, AdmissionSwitches usual) => new()
    {
        UnknownResidentRecord = section.Choice("unknownResidentRecord", usual.UnknownResidentRecord,
            ("dutyLog", UnknownResidentRecord.DutyLog), ("visitorLog", UnknownResidentRecord.VisitorLog), ("both", UnknownResidentRecord.Both)),
        RequirePatrolReachable = section.Flag("requirePatrolReachable", usual.RequirePatrolReachable),
        GateNeedsControlRoom = section.Flag("gateNeedsControlRoom", usual.GateNeedsControlRoom),
        UnitKeyOpens = section.Flag("unitKeyOpens", usual.UnitKeyOpens),
    };

    // Who has not answered the first handset is not escalated before the second one was called.
    private static void CheckOrder(Section section, AdmissionTimes times)
    {
        if ((section.Find("patrolEscalation") ?? section.Find("patrolNextHandset")) is { } patrol && times.PatrolEscalation <= times.PatrolNextHandset)
        {
            section.Findings.Error(patrol,
                $"the patrolEscalation of {DurationText.Show(times.PatrolEscalation)} has to come after the patrolNextHandset of {DurationText.Show(times.PatrolNextHandset)}");
        }
    }
}
