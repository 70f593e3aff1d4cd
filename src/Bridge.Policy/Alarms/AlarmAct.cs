using Bridge.Policy.Admission;

namespace Bridge.Policy.Alarms;

/// <summary>What a person does about an alarm. The hierarchy is closed.</summary>
public abstract record AlarmAct(AlarmId Alarm)
{
    /// <summary>He looks after it; whoever does it later takes it over.</summary>
    public sealed record Claim(AlarmId Alarm) : AlarmAct(Alarm);

    /// <summary>He has seen it.</summary>
    public sealed record Acknowledge(AlarmId Alarm) : AlarmAct(Alarm);

    /// <summary>It is over.</summary>
    /// <param name="Comment">The sealed words about what it was.</param>
    public sealed record Close(AlarmId Alarm, SealedPerson Comment) : AlarmAct(Alarm);
}
