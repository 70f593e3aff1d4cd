using Bridge.Policy.Admission;

namespace Bridge.Host.Explaining;

/// <summary>Where the procedure says something: a clause for people, a number for what must be refused.</summary>
public static class ProcedureClause
{
    /// <summary>The clauses of a category, for example 2-1, 2-2.</summary>
    public static string? Of(Category category) => Joined(EvidenceMatrix.Rows.Where(row => row.Category == category));

    /// <summary>The clause by which this kind of evidence counts for the category.</summary>
    public static string? Of(Category category, EvidenceKind kind) => Joined(RowsOf(category, kind)) ?? Of(category);

    public static IEnumerable<EvidenceRow> RowsOf(Category category, EvidenceKind kind) =>
        EvidenceMatrix.Rows.Where(row => row.Category == category && (row.Needs.Contains(kind) || row.WhenOnFile == kind));

    /// <summary>The number of a refusal in the list of what must be refused; null for what that list does not name.</summary>
    public static string? RuleOf(Refusal refusal) => refusal switch
    {
        Refusal.EvidenceMissing or Refusal.EvidenceExpired or Refusal.WrongDoor or Refusal.GrantUsed or Refusal.ReopenTooLate or Refusal.ReopenReasonMissing
            or Refusal.OutcomeUnknown or Refusal.NotYourLobby => "RF-01",
        Refusal.RequestNotOpen or Refusal.WrongParty or Refusal.HouseholdRefused => "RF-02",
        Refusal.NoAnswerProofMissing => "RF-03",
        Refusal.NameMismatch or Refusal.SecondFactMissing or Refusal.AppearanceDiffers or Refusal.ResidentNotActive or Refusal.ResidentBarred
            or Refusal.HostNotThere => "RF-04",
        Refusal.HouseholdDidNotAnswer => "RF-05",
        Refusal.ClearanceRouteRequired or Refusal.ControlRoomRefused => "RF-06",
        Refusal.AnnouncementNotConfirmed or Refusal.AnnouncementExpired or Refusal.AnnouncementUsed or Refusal.AnnouncementCancelled
            or Refusal.AnnouncementVoid or Refusal.NameDiffers => "RF-07",
        Refusal.LeaderNotListed or Refusal.LeaderExpired => "RF-08",
        Refusal.BadgeUnknown or Refusal.BadgeExpired or Refusal.BadgeSuspended or Refusal.BadgeLost or Refusal.LikenessDiffers => "RF-09",
        Refusal.OfficeRefused or Refusal.PartyTooLarge or Refusal.TourOutsideWindow or Refusal.TourCancelled => "RF-10",
        Refusal.PassUnknown or Refusal.PassExpired or Refusal.PassNotYetValid or Refusal.PassWrongDay or Refusal.PassOutsideHours or Refusal.PassWrongArea
            or Refusal.PassLost or Refusal.PassWithdrawn or Refusal.RecordNotStored or Refusal.PaperSheetUsed => "RF-11",
        Refusal.OwnRequest => "RF-18",
        Refusal.UnknownCase or Refusal.NotYourRole or Refusal.WrongState or Refusal.CaseEnded or Refusal.DoorOffline or Refusal.DoorBlocked
            or Refusal.DoorHeldOpen or Refusal.RequestPending or Refusal.HouseholdBusy or Refusal.UnknownHousehold or Refusal.NoStation
            or Refusal.ToldLater or Refusal.NotAnsweredInTime or Refusal.TooManyRecognitions or Refusal.RefusedByDesk or Refusal.NobodyCame
            or Refusal.PatrolUnreachable or Refusal.AlertTaken or Refusal.AlarmStands or Refusal.TooMany => null,
    };

    private static string? Joined(IEnumerable<EvidenceRow> rows)
    {
        var clauses = string.Join(", ", rows.Select(row => row.Clause.Replace(")", "", StringComparison.Ordinal)).Distinct());
        return clauses.Length > 0 ? clauses : null;
    }
}
