namespace Bridge.Policy.Admission;

/// <summary>The limits of procedure section 0.5; every one is the site's, and all run on <see cref="Moment.Elapsed"/>.</summary>
public sealed record AdmissionTimes
{
    public static AdmissionTimes Default { get; } = new();

    /// <summary>How long a unit rings before the attempt counts as unanswered.</summary>
    public TimeSpan Ring { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a household's yes, a name match, a checked badge or a checked pass holds.</summary>
    public TimeSpan Consent { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a recognition by sight holds.</summary>
    public TimeSpan Recognition { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan ControlRoomAcknowledge { get; init; } = TimeSpan.FromSeconds(20);

    public TimeSpan ControlRoomAnswer { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How long the control room's yes holds.</summary>
    public TimeSpan ControlRoomConsent { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan OfficeAcknowledge { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan OfficeAnswer { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary>How long the office's yes holds.</summary>
    public TimeSpan OfficeConsent { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>From the gate's confirmation: the walk from the gate.</summary>
    public TimeSpan Announcement { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>How long before its window a booked tour is offered.</summary>
    public TimeSpan TourLead { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>A release has to be taken by its device within this time of the key press.</summary>
    public TimeSpan Grant { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>From the first opening, once.</summary>
    public TimeSpan Reopen { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A case that nobody touches ends.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A record that is not complete this long after the opening is flagged late.</summary>
    public TimeSpan RecordLate { get; init; } = TimeSpan.FromMinutes(2);

    public TimeSpan PatrolNextHandset { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan PatrolEscalation { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan PatrolResult { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>More recognitions for one household within <see cref="RecognitionWindow"/> need the team lead.</summary>
    public int RecognitionLimit { get; init; } = 3;

    public TimeSpan RecognitionWindow { get; init; } = TimeSpan.FromHours(1);
}
