using System.Collections.Immutable;

namespace Bridge.Policy.Admission;

/// <summary>
/// The evidence matrix of the procedure. A door opens for a case when one row of its category has everything it needs; there is no other way.
/// </summary>
public static class EvidenceMatrix
{
    public static ImmutableList<EvidenceRow> Rows { get; } =
    [
        new(Category.ForgottenCard, "1-2)", [EvidenceKind.RecognisedResident], [Role.LobbyAssistant, Role.TeamLead],
            times => times.Recognition, Uses: 1, RecordTiming.None, Form: null),

        new(Category.SelfDeclaredResident, "2-1)", [EvidenceKind.HouseholdYes], [],
            times => times.Consent, Uses: 1, RecordTiming.AtOpening, RecordForm.DutyLog) { SpecialHousehold = false },
        new(Category.SelfDeclaredResident, "2-1)", [EvidenceKind.ControlRoomYes], [Role.ControlRoom],
            times => times.ControlRoomConsent, Uses: 1, RecordTiming.AtOpening, RecordForm.DutyLog) { SpecialHousehold = true },
        new(Category.SelfDeclaredResident, "2-2)", [EvidenceKind.NoAnswerProof, EvidenceKind.RegisterMatch], [Role.LobbyAssistant, Role.TeamLead],
            times => times.Consent, Uses: 1, RecordTiming.AtOpening, RecordForm.DutyLog) { WhenOnFile = EvidenceKind.AppearanceAgrees, Tracked = true },

        new(Category.ListedLeader, "3-1)", [EvidenceKind.RecognisedLeader], [Role.LobbyAssistant, Role.TeamLead],
            times => times.Recognition, Uses: 1, RecordTiming.AtOpening, RecordForm.VisitorLog),

        new(Category.Employee, "4-1)", [EvidenceKind.BadgeChecked, EvidenceKind.LikenessAgrees], [Role.LobbyAssistant, Role.TeamLead],
            times => times.Consent, Uses: 1, RecordTiming.AtOpening, RecordForm.VisitorLog),
        new(Category.Employee, "4-1)", [EvidenceKind.ForgottenBadgeConfirmed], [Role.OfficeDutyOfficer, Role.CsSupervisor],
            times => times.Consent, Uses: 1, RecordTiming.AtOpening, RecordForm.VisitorLog),

        new(Category.AnnouncedVisitor, "5-1)", [EvidenceKind.GateAnnouncement], [Role.GatePost],
            times => times.Announcement, Uses: 1, RecordTiming.AtOpening, RecordForm.VisitorLog),

        new(Category.Visitor, "5-2)", [EvidenceKind.HouseholdYes], [],
            times => times.Consent, Uses: 1, RecordTiming.AtOpening, RecordForm.VisitorLog) { SpecialHousehold = false },
        new(Category.Visitor, "5-2)b", [EvidenceKind.ControlRoomYes], [Role.ControlRoom],
            times => times.ControlRoomConsent, Uses: 1, RecordTiming.AtOpening, RecordForm.VisitorLog) { SpecialHousehold = true },

        new(Category.GovernmentOfficer, "5'-1)", [EvidenceKind.OfficeYes], [Role.OfficeDutyOfficer],
            times => times.OfficeConsent, Uses: 1, RecordTiming.AtOpening, RecordForm.VisitorLog),

        new(Category.Tour, "7-1)", [EvidenceKind.OfficeYes], [Role.OfficeDutyOfficer],
            times => times.OfficeConsent, Uses: 1, RecordTiming.AtOpening, RecordForm.VisitorLog),
        new(Category.Tour, "7-1)", [EvidenceKind.TourBooking], [Role.OfficeDutyOfficer],
            times => times.OfficeConsent, Uses: null, RecordTiming.AtOpening, RecordForm.VisitorLog),

        new(Category.PassHolder, "8-1)", [EvidenceKind.PassChecked, EvidenceKind.LikenessAgrees, EvidenceKind.RecordStored], [Role.LobbyAssistant, Role.TeamLead],
            times => times.Consent, Uses: 1, RecordTiming.BeforeRelease, RecordForm.VisitorLog),
        new(Category.PassHolder, "8-1)", [EvidenceKind.PassChecked, EvidenceKind.LikenessAgrees, EvidenceKind.PaperRecord], [Role.TeamLead],
            times => times.Consent, Uses: 1, RecordTiming.BeforeRelease, RecordForm.VisitorLog),

        new(Category.Emergency, "X-05", [EvidenceKind.EmergencyReason], [Role.LobbyAssistant, Role.TeamLead, Role.ControlRoom, Role.OfficeDutyOfficer],
            times => times.Grant, Uses: 1, RecordTiming.AtOpening, RecordForm.VisitorLog),
    ];
}
