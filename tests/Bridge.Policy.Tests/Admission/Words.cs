using Bridge.Policy.Admission;

namespace Bridge.Policy.Tests.Admission;

/// <summary>What a decision asks for, a word an effect. The events that only name a line or an addition are left out: the line itself is there.</summary>
static class Words
{
    public static string? Of(Effect effect) => effect switch
    {
        OutboundEffect.Announce announce => Of(announce.Event),
        OutboundEffect.WriteRecord { Line: var line } => Of(line),
        OutboundEffect.ChangeRecord { Change: var change } => $"[{change.Number} {change.Kind}{(change.Detail is { } detail ? $" {detail}" : "")}]",
        DeviceEffect.ReleaseLock release => $"RELEASE({release.Door})",
        DeviceEffect.Dial dial => $"dial({dial.Household}/{dial.Station})",
        DeviceEffect.HangUp => "hang-up",
        _ => null,
    };

    static string? Of(BuildingEvent e) => (e.Kind, e.Admission) switch
    {
        (EventKind.VisitorLogWritten or EventKind.DutyLogWritten or EventKind.RecordChanged, _) => null,

        // Of an alarm that nobody looked after; the alarms have tables of their own.
        (EventKind.AlarmRepeated, _) => null,
        (EventKind.CaseMoved, { } facts) => $"{facts.From}>{facts.To}{(facts.Refusal is { } why ? $"({why})" : "")}",
        (EventKind.ActRefused, { } facts) => $"refused({facts.Refusal})",
        (EventKind.StaffNotified, { } facts) => $"tell({facts.Told}{(facts.Step is { } step ? $" {step}" : "")})",
        (EventKind.RequestEscalated or EventKind.AlertEscalated or EventKind.IncidentRaised, { } facts) => $"{e.Kind}({facts.Told})",
        (EventKind.EvidenceGiven or EventKind.EvidenceVoided, { } facts) => $"{(e.Kind == EventKind.EvidenceGiven ? "+" : "-")}{facts.EvidenceKind}",
        (EventKind.RequestAsked, { } facts) => $"ask({facts.Target} {facts.Step})",
        (EventKind.RequestAnswered, { } facts) => $"answer({facts.Answer})",
        _ => e.Kind.ToString(),
    };

    static string Of(RecordLine line) =>
        $"[{line.Number} {line.Category}{Part("ref", line.Reference)}{Part("unit", line.Household)}{Part("consent", line.Consent)}"
        + $"{Part("by", line.ConsentBy)}{Part("refused", line.Refused)}{(line.HeadCount == 1 ? "" : $" x{line.HeadCount}")}{Part("who", line.Person?.Person)}]";

    static string Part(string name, object? value) => value is null ? "" : $" {name}={value}";
}
