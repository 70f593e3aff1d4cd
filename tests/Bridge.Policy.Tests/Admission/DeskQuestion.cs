using Bridge.Policy.Admission;

namespace Bridge.Policy.Tests.Admission;

/// <summary>One question that was put to the control room, the office or a household.</summary>
sealed class DeskQuestion(CaseId asked, ActorId? asker, RequestTarget target)
{
    public CaseId Case { get; } = asked;

    public ActorId? Asker { get; } = asker;

    /// <summary>It was answered, withdrawn, overtaken, or its case is over: from now on an answer is late.</summary>
    public bool Over { get; set; }

    public bool IsAskedOf(Role role, Category category) => target switch
    {
        RequestTarget.ControlRoom => role == Role.ControlRoom,
        RequestTarget.Office => role == Role.OfficeDutyOfficer || (role == Role.CsSupervisor && category == Category.Employee),
        RequestTarget.Household => false,
    };
}
