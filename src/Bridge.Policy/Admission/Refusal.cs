namespace Bridge.Policy.Admission;

/// <summary>Why something was refused: exactly one reason each time. The visitor hears a polite phrase instead.</summary>
public enum Refusal
{
    /// <summary>The case, request, announcement, tour, alert or record is not known here.</summary>
    UnknownCase,

    /// <summary>The door or the case belongs to another lobby.</summary>
    NotYourLobby,

    /// <summary>This role may not do this.</summary>
    NotYourRole,

    /// <summary>Not possible where the case stands now.</summary>
    WrongState,

    /// <summary>Ended is ended; a new case may be opened.</summary>
    CaseEnded,

    /// <summary>Nothing that speaks for this person is complete.</summary>
    EvidenceMissing,
    EvidenceExpired,

    /// <summary>A grant names one door.</summary>
    WrongDoor,

    /// <summary>The door was opened for this case already.</summary>
    GrantUsed,
    ReopenTooLate,
    ReopenReasonMissing,

    /// <summary>Nobody knows yet what became of the last release; it is not sent again.</summary>
    OutcomeUnknown,
    DoorOffline,

    /// <summary>The door is blocked or locked down.</summary>
    DoorBlocked,

    /// <summary>The door stands released already.</summary>
    DoorHeldOpen,

    /// <summary>A late, second or withdrawn question: the answer does nothing.</summary>
    RequestNotOpen,

    /// <summary>Not the party that the question went to.</summary>
    WrongParty,

    /// <summary>Nobody answers his own question.</summary>
    OwnRequest,

    /// <summary>The question is open already.</summary>
    RequestPending,

    /// <summary>Another case asks the same household now.</summary>
    HouseholdBusy,
    UnknownHousehold,

    /// <summary>A special household is asked by the control room only.</summary>
    ClearanceRouteRequired,

    /// <summary>The household has no station or number that can be called.</summary>
    NoStation,

    /// <summary>The name route opens after two full attempts that nobody answered.</summary>
    NoAnswerProofMissing,
    HouseholdRefused,
    HouseholdDidNotAnswer,
    ControlRoomRefused,
    OfficeRefused,
    ToldLater,
    NotAnsweredInTime,
    NameMismatch,
    SecondFactMissing,
    AppearanceDiffers,

    /// <summary>The host does not live at that address.</summary>
    HostNotThere,
    ResidentNotActive,
    ResidentBarred,

    /// <summary>Too many recognitions for one household: the team lead is needed.</summary>
    TooManyRecognitions,
    LeaderNotListed,
    LeaderExpired,
    BadgeUnknown,
    BadgeExpired,
    BadgeSuspended,
    BadgeLost,
    LikenessDiffers,
    AnnouncementNotConfirmed,
    AnnouncementExpired,
    AnnouncementUsed,
    AnnouncementCancelled,
    AnnouncementVoid,

    /// <summary>More people than announced, permitted or booked.</summary>
    PartyTooLarge,
    NameDiffers,
    TourOutsideWindow,
    TourCancelled,
    PassUnknown,
    PassExpired,
    PassNotYetValid,
    PassWrongDay,
    PassOutsideHours,
    PassWrongArea,
    PassLost,
    PassWithdrawn,

    /// <summary>The visitor log's line is not on disk.</summary>
    RecordNotStored,
    PaperSheetUsed,
    RefusedByDesk,

    /// <summary>Nobody did anything for too long.</summary>
    NobodyCame,

    /// <summary>The site lets nobody in on a register match while no patrol is reachable.</summary>
    PatrolUnreachable,

    /// <summary>Somebody else took the task.</summary>
    AlertTaken,

    /// <summary>What raised the alarm is still so.</summary>
    AlarmStands,

    /// <summary>So many cases or announcements are open that somebody must be filling the list.</summary>
    TooMany,
}
