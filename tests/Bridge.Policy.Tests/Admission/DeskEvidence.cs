using Bridge.Policy.Admission;

namespace Bridge.Policy.Tests.Admission;

/// <summary>What opens for whom and for how long: written down again from the procedure, and not from the policy's own table.</summary>
static class DeskEvidence
{
    public static bool IsEnough(DeskBook book, bool special, TimeSpan now)
    {
        return book.Category switch
        {
            Category.ForgottenCard => Holds(EvidenceKind.RecognisedResident, 30),
            Category.SelfDeclaredResident => (!special && Holds(EvidenceKind.HouseholdYes, 60)) || (special && Holds(EvidenceKind.ControlRoomYes, 300)) || Holds(EvidenceKind.RegisterMatch, 60),
            Category.ListedLeader => Holds(EvidenceKind.RecognisedLeader, 30),
            Category.Employee => (Holds(EvidenceKind.BadgeChecked, 60) && Holds(EvidenceKind.LikenessAgrees, 60)) || Holds(EvidenceKind.ForgottenBadgeConfirmed, 60),
            Category.AnnouncedVisitor => Holds(EvidenceKind.GateAnnouncement, 1200),
            Category.Visitor => special ? Holds(EvidenceKind.ControlRoomYes, 300) : Holds(EvidenceKind.HouseholdYes, 60),
            Category.GovernmentOfficer => Holds(EvidenceKind.OfficeYes, 600),
            Category.Tour => Holds(EvidenceKind.OfficeYes, 600) || Holds(EvidenceKind.TourBooking, 600),
            Category.PassHolder => Holds(EvidenceKind.PassChecked, 660) && Holds(EvidenceKind.LikenessAgrees, 660),
            Category.Emergency => book.FirstGrant is null,
            Category.Undecided => false,
        };

        bool Holds(EvidenceKind kind, int seconds) => book.Said.TryGetValue(kind, out var at) && now - at < TimeSpan.FromSeconds(seconds);
    }
}
