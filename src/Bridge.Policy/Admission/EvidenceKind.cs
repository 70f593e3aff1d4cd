namespace Bridge.Policy.Admission;

/// <summary>What can speak for a person.</summary>
public enum EvidenceKind
{
    /// <summary>The assistant knows an active resident of the register.</summary>
    RecognisedResident,

    /// <summary>The unlock key of the unit, or its spoken yes on a call of this case.</summary>
    HouseholdYes,
    ControlRoomYes,

    /// <summary>Two full attempts that nobody answered, recorded by the server; or the control room says that nobody answers.</summary>
    NoAnswerProof,

    /// <summary>The name as heard is an active member of the household that may admit himself.</summary>
    RegisterMatch,

    /// <summary>Asked only where the register holds a picture or a description.</summary>
    AppearanceAgrees,
    RecognisedLeader,
    BadgeChecked,

    /// <summary>The office or the supervisor knows the employee by name.</summary>
    ForgottenBadgeConfirmed,
    LikenessAgrees,
    GateAnnouncement,
    OfficeYes,
    TourBooking,
    PassChecked,

    /// <summary>The visitor log's line is on disk.</summary>
    RecordStored,

    /// <summary>A numbered paper sheet stands for the visitor log's line; the team lead's word.</summary>
    PaperRecord,
    EmergencyReason,
}
