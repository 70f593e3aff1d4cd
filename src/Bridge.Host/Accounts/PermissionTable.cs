using System.Collections.Frozen;
using static Bridge.Host.Accounts.Reach;
using static Bridge.Host.Accounts.Role;

namespace Bridge.Host.Accounts;

/// <summary>
/// Who may do what: the one table, role by permission. What is not in it is refused. Where the procedure (who does what) and the promises
/// (least privilege) differ, the stricter of the two stands; the rows say where.
/// </summary>
public static class PermissionTable
{
    private static readonly FrozenDictionary<(Role, Permission), Reach> Cells = Rows().Concat(Books()).ToFrozenDictionary(row => (row.Role, row.Permission), row => row.Reach);

    public static Reach Of(Role role, Permission permission) => Cells.GetValueOrDefault((role, permission));

    /// <summary>Doors, cases, questions and tasks.</summary>
    private static IEnumerable<(Permission Permission, Role Role, Reach Reach)> Rows() =>
    [
        .. Row(Permission.SeeDoors, own: [LobbyAssistant, GatePost, Patrol, FrontDesk], all: [TeamLead, CsSupervisor, ControlRoom, OfficeDutyOfficer, Administrator, Auditor]),
        .. Row(Permission.SeeAlerts, own: [LobbyAssistant, GatePost, Patrol, FrontDesk], all: [TeamLead, CsSupervisor, ControlRoom, OfficeDutyOfficer, Administrator, Auditor]),
        // Who acts on a task: the patrol, the control room, the supervisor, and the desk of that lobby.
        .. Row(Permission.SeeAlertUnit, own: [LobbyAssistant, TeamLead, Patrol], all: [CsSupervisor, ControlRoom]),
        .. Row(Permission.AcknowledgeAlert, own: [LobbyAssistant, GatePost, Patrol, OfficeDutyOfficer], all: [TeamLead, ControlRoom]),
        // What may have been a break-in or a fire the control room alone closes; the policy keeps the lead to what is neither.
        .. Row(Permission.CloseAlarm, own: [], all: [TeamLead, ControlRoom]),
        // The promises let gate and control room open too; the procedure leaves it to the lobby.
        .. Row(Permission.OpenCase, own: [LobbyAssistant, TeamLead], all: []),
        // An entry with a reason, a record and three notices; not the break-glass release without evidence, which nobody has here.
        .. Row(Permission.EmergencyEntry, own: [LobbyAssistant, TeamLead], all: [ControlRoom, OfficeDutyOfficer]),
        .. Row(Permission.Announce, own: [GatePost], all: []),
        .. Row(Permission.Clear, own: [], all: [ControlRoom]),
        .. Row(Permission.Permit, own: [], all: [OfficeDutyOfficer]),
        // The promises let lead, supervisor and front desk make visit passes; by the procedure the office alone issues.
        .. Row(Permission.IssuePass, own: [], all: [OfficeDutyOfficer]),
        .. Row(Permission.BookTour, own: [], all: [OfficeDutyOfficer]),
        // The promises count the gate in; the procedure gives tasks to the patrol.
        .. Row(Permission.TakePatrolTask, own: [Patrol], all: []),
        // A lock-down keeps nobody in: the way out is the button's own wiring, and a fire releases all the same. So many may begin one; the gate has no desk for it.
        .. Row(Permission.LockDownDoor, own: [], all: [TeamLead, CsSupervisor, ControlRoom, OfficeDutyOfficer]),
        // The promises let the control room alone end one, with a second person; the supervisor is one of the two that may be asked for.
        .. Row(Permission.SupervisorModes, own: [], all: [CsSupervisor, ControlRoom]),
    ];

    /// <summary>The register, the kept records, and the service itself.</summary>
    private static IEnumerable<(Permission Permission, Role Role, Reach Reach)> Books() =>
    [
        .. Row(Permission.EditRegister, own: [], all: [OfficeDutyOfficer]),
        // It holds ids, numbers and names of columns; the auditor needs no more.
        .. Row(Permission.ReadRegisterHistory, own: [], all: [CsSupervisor, OfficeDutyOfficer, Auditor]),
        .. Row(Permission.SetClearanceRoute, own: [], all: [CsSupervisor, ControlRoom]),
        // The promises let the front desk give standard cards out; by the procedure the register is the office's alone. A lead switches off in his own lobby.
        .. Row(Permission.IssueCredential, own: [], all: [OfficeDutyOfficer]),
        .. Row(Permission.DisableCredential, own: [TeamLead], all: [CsSupervisor, ControlRoom, OfficeDutyOfficer]),
        // Masked for all but supervisor and office; a lead reads his own lobby's.
        .. Row(Permission.ReadVisitorLog, own: [LobbyAssistant, TeamLead, GatePost, FrontDesk], all: [CsSupervisor, ControlRoom, OfficeDutyOfficer, Auditor]),
        .. Row(Permission.ReadDutyLog, own: [LobbyAssistant, TeamLead], all: [CsSupervisor, ControlRoom, OfficeDutyOfficer, Auditor]),
        // The supervisor's and the control room's need a second person or a limit of time by the promises; the supervisor accepts the month's records by the procedure.
        .. Row(Permission.ReadOldRecords, own: [], all: [CsSupervisor, OfficeDutyOfficer, Auditor]),
        // The auditor needs a second person for it, which there is no way to ask for: refused.
        .. Row(Permission.UnmaskPerson, own: [LobbyAssistant, TeamLead, GatePost, FrontDesk], all: [CsSupervisor, ControlRoom, OfficeDutyOfficer]),
        .. Row(Permission.ExportLog, own: [], all: [CsSupervisor, OfficeDutyOfficer, Auditor]),
        // Whose line it is; the office asks the desk.
        .. Row(Permission.AmendRecord, own: [LobbyAssistant, TeamLead], all: []),
        // Some may ask for an erasure; the auditor, who is the data protection officer, carries it out. It takes both.
        .. Row(Permission.AskErasure, own: [FrontDesk], all: [CsSupervisor, OfficeDutyOfficer]),
        .. Row(Permission.ReadRetention, own: [], all: [CsSupervisor, OfficeDutyOfficer, Auditor]),
        .. Row(Permission.ErasePerson, own: [], all: [Auditor]),
        .. Row(Permission.ManageUsers, own: [], all: [Administrator]),
        .. Row(Permission.ManageClients, own: [], all: [Administrator]),
        .. Row(Permission.EnrolDesk, own: [], all: [Administrator]),
        .. Row(Permission.ReadEvents, own: [], all: [Auditor]),
        .. Row(Permission.SeeDeviceHealth, own: [], all: [CsSupervisor, ControlRoom, Administrator, Auditor]),
        .. Row(Permission.SeeDelivery, own: [], all: [CsSupervisor, Administrator, Auditor]),
        .. Row(Permission.FillPaperSheet, own: [LobbyAssistant, TeamLead], all: []),
        .. Row(Permission.ConfirmEmployee, own: [], all: [CsSupervisor, OfficeDutyOfficer]),
    ];

    private static IEnumerable<(Permission, Role, Reach)> Row(Permission permission, Role[] own, Role[] all) =>
        [.. own.Select(role => (permission, role, OwnLobby)), .. all.Select(role => (permission, role, All))];
}
