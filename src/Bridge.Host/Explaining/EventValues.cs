using System.Globalization;
using Bridge.Policy;
using Bridge.Policy.Admission;

namespace Bridge.Host.Explaining;

/// <summary>What an event says, in words, by the names of the sentences' places.</summary>
internal sealed class EventValues(ExplainWords words, AdmissionTimes times)
{
    public Dictionary<string, string> Of(BuildingEvent told)
    {
        var values = new Dictionary<string, string>();
        Add(values, "door", told.Door?.Value);
        Add(values, "access", told.Access);
        Add(values, "accessPoint", told.AccessPoint?.Value);
        Add(values, "credential", told.Credential?.Value);
        Add(values, "denyReason", words.Of("denyReason", told.Reason));
        Add(values, "mode", words.Of("mode", told.Mode));
        Add(values, "modeReason", words.Of("modeReason", told.ModeReason));
        Add(values, "fireInput", told.FireInput?.Value);
        Add(values, "actor", told.Actor?.Value);
        Add(values, "detail", words.Detail(told.Detail));
        if (told.Admission is { } facts)
        {
            AddCase(values, facts);
            AddEvidence(values, facts);
            AddAround(values, facts);
        }

        return values;
    }

    private void AddCase(Dictionary<string, string> values, AdmissionFacts facts)
    {
        Add(values, "lobby", facts.Lobby?.Value);
        Add(values, "case", facts.Case);
        Add(values, "category", words.Of("category", facts.Category));
        Add(values, "from", words.Of("status", facts.From));
        Add(values, "to", words.Of("status", facts.To));
        Add(values, "role", words.Of("role", facts.Role));
        Add(values, "told", words.Of("role", facts.Told));
        if (facts.Refusal is { } refusal)
        {
            Add(values, "refusal", words.Of("refusal", facts.Refusal));
            Add(values, "rule", ProcedureClause.RuleOf(refusal) ?? words["rule.none"]);
        }
    }

    private void AddEvidence(Dictionary<string, string> values, AdmissionFacts facts)
    {
        Add(values, "evidence", facts.Evidence);
        Add(values, "evidenceKind", words.Of("evidenceKind", facts.EvidenceKind));
        Add(values, "request", facts.Request);
        Add(values, "target", words.Of("target", facts.Target));
        Add(values, "answer", words.Of("answer", facts.Answer));
        Add(values, "headCount", facts.HeadCount);
        Add(values, "clause", Clause(facts));
        Add(values, "goodFor", GoodFor(facts));
    }

    private void AddAround(Dictionary<string, string> values, AdmissionFacts facts)
    {
        Add(values, "announcement", facts.Announcement?.Value);
        Add(values, "tour", facts.Tour?.Value);
        Add(values, "alert", facts.Alert);
        Add(values, "alertKind", words.Of("alertKind", facts.AlertKind));
        Add(values, "alertResult", words.Of("alertResult", facts.AlertResult));
        Add(values, "alarm", facts.Alarm);
        Add(values, "alarmCause", words.Of("alarmCause", facts.AlarmCause));
        Add(values, "step", facts.Step);
        Add(values, "record", facts.Record);
        Add(values, "change", words.Of("change", facts.Change));
        Add(values, "panel", facts.Panel?.Value);
        Add(values, "call", facts.Call?.Value);
        Add(values, "matter", words.Of("matter", facts.Matter));
    }

    private static string? Clause(AdmissionFacts facts) => facts switch
    {
        { Category: { } category, EvidenceKind: { } kind } => ProcedureClause.Of(category, kind),
        { Category: { } category } => ProcedureClause.Of(category),
        _ => null,
    };

    // The proof that nobody is in holds as long as the case may stand. How long these others hold is not a span from now.
    private string? GoodFor(AdmissionFacts facts)
    {
        if (facts is not { Category: { } category, EvidenceKind: { } kind } 
            || kind is EvidenceKind.GateAnnouncement or EvidenceKind.TourBooking or EvidenceKind.RecordStored or EvidenceKind.PaperRecord)
        {
            return null;
        }

        var time = kind == EvidenceKind.NoAnswerProof ? times.Idle : ProcedureClause.RowsOf(category, kind).FirstOrDefault()?.ValidFor(times);
        return time?.TotalSeconds.ToString(CultureInfo.InvariantCulture);
    }

    private static void Add(Dictionary<string, string> values, string name, object? value)
    {
        if (Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text)
        {
            values[name] = text;
        }
    }
}
