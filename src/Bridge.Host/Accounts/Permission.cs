namespace Bridge.Host.Accounts;

/// <summary>What can be asked of the service. Each endpoint names one; <see cref="PermissionTable"/> says who has it.</summary>
public enum Permission
{
    SeeDoors,

    /// <summary>Open a case, record evidence, press open.</summary>
    OpenCase,
    EmergencyEntry,

    /// <summary>Announce a visitor and confirm him at the gate.</summary>
    Announce,

    /// <summary>Clear a visitor of a special resident.</summary>
    Clear,

    /// <summary>Permit government officers and tours.</summary>
    Permit,
    IssuePass,
    BookTour,
    TakePatrolTask,
    SeeAlerts,

    /// <summary>Where a task of the patrol is; everybody else sees the floor.</summary>
    SeeAlertUnit,
    AcknowledgeAlert,

    /// <summary>Say that an alarm of a door or of the fire inputs is over.</summary>
    CloseAlarm,
    EditRegister,

    /// <summary>Who changed which row of the register, in ids.</summary>
    ReadRegisterHistory,
    SetClearanceRoute,

    /// <summary>Give somebody a card, and switch one on again.</summary>
    IssueCredential,

    /// <summary>Look for a card and switch it off.</summary>
    DisableCredential,
    ReadVisitorLog,
    ReadDutyLog,

    /// <summary>Records older than a day.</summary>
    ReadOldRecords,
    UnmaskPerson,
    ExportLog,
    AmendRecord,

    /// <summary>Ask for an erasure, which somebody else carries out.</summary>
    AskErasure,
    ErasePerson,

    /// <summary>How many people are kept, and until when.</summary>
    ReadRetention,
    ManageUsers,
    ManageClients,
    EnrolDesk,
    ReadEvents,

    /// <summary>How lines, readers and boards do.</summary>
    SeeDeviceHealth,

    /// <summary>How far behind the world outside is, and what it will never take.</summary>
    SeeDelivery,

    /// <summary>Lock a door down, or lock it again.</summary>
    LockDownDoor,

    /// <summary>End a lock-down, which takes two people, and hold a door unlocked for a time.</summary>
    SupervisorModes,

    /// <summary>Type in what was written on paper while the service was away.</summary>
    FillPaperSheet,

    /// <summary>Say by name that an employee without his badge is one.</summary>
    ConfirmEmployee,
}
