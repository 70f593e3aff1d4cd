namespace Bridge.Console.Desk;

/// <summary>What a desk does, as typed. The hierarchy is closed. Nothing is judged before the server has it.</summary>
public abstract record DeskAct
{
    private DeskAct()
    {
    }

    /// <param name="Former">The ended case that it follows.</param>
    public sealed record OpenCase(string Door, AdmissionCategory Category, long? Former = null) : DeskAct;

    public sealed record ChangeCategory(long Case, AdmissionCategory Category) : DeskAct;

    public sealed record RecogniseResident(long Case, string Resident) : DeskAct;

    public sealed record NameHousehold(long Case, string Unit, string? ClaimedName) : DeskAct;

    public sealed record DescribeVisit(long Case, string Visitor, string Host, string Unit, int HeadCount) : DeskAct;

    public sealed record DescribeParty(long Case, string Name, string Organisation, string Purpose, int HeadCount) : DeskAct;

    public sealed record AskAgain(long Case) : DeskAct;

    /// <summary>The household said it by word of mouth.</summary>
    public sealed record Heard(long Case, bool Yes) : DeskAct;

    public sealed record TypeName(long Case, string Name, string? PhoneLast4) : DeskAct;

    public sealed record CompareAppearance(long Case, bool Agrees) : DeskAct;

    public sealed record RecogniseLeader(long Case, string Leader) : DeskAct;

    public sealed record PresentBadge(long Case, string Number) : DeskAct;

    /// <summary>An employee without his badge: the office is asked to confirm him by name.</summary>
    public sealed record ConfirmEmployee(long Case, string Name) : DeskAct;

    public sealed record PresentPass(long Case, string Number) : DeskAct;

    public sealed record CompareLikeness(long Case, bool Agrees) : DeskAct;

    public sealed record MatchAnnouncement(long Case, string Announcement, int HeadCount, bool NameAgrees) : DeskAct;

    public sealed record PresentTour(long Case, string Tour, int HeadCount) : DeskAct;

    /// <param name="Sequence">The page's own number of the key press, for the audit.</param>
    public sealed record PressOpen(long Case, string Door, OpenAgainReason? Again, long Sequence) : DeskAct;

    public sealed record Hold(long Case) : DeskAct;

    public sealed record HostAtDoor(long Case) : DeskAct;

    public sealed record Cancel(long Case) : DeskAct;

    public sealed record Refuse(long Case) : DeskAct;

    /// <summary>What the record lacked.</summary>
    public sealed record CompleteRecord(long Case, string? Name, string? Organisation, string? Purpose, string? Phone) : DeskAct;

    /// <summary>The team lead's: a numbered sheet of paper stands for the record.</summary>
    public sealed record UsePaperSheet(long Case, string Sheet) : DeskAct;

    public sealed record Emergency(string Door, EmergencyKind Reason) : DeskAct;

    /// <summary>Heard from the gate on the radio.</summary>
    public sealed record AnnounceHeard(string Unit, string Visitor, int HeadCount, string Officer) : DeskAct;

    /// <summary>The person at the desk has seen it.</summary>
    public sealed record AcknowledgeAlarm(long Alarm) : DeskAct;

    /// <summary>The patrol was reached on the radio.</summary>
    public sealed record PatrolByRadio(long Task, string Answered) : DeskAct;
}
