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
    AcknowledgeAlert,
    EditRegister,
    SetClearanceRoute,
    ReadVisitorLog,
    ReadDutyLog,
    UnmaskPerson,
    ExportLog,
    AmendRecord,
    ErasePerson,
    ManageUsers,
    ManageClients,
    EnrolDesk,
    ReadEvents,

    /// <summary>Policy, thresholds and phrases.</summary>
    SupervisorModes,

    /// <summary>Type in what was written on paper while the service was away.</summary>
    FillPaperSheet,

    /// <summary>Say by name that an employee without his badge is one.</summary>
    ConfirmEmployee,
}
