using System.Text.Json;
using Bridge.Policy.Admission;

namespace Bridge.Host.Translation;

/// <summary>
/// What other systems are told of a case. A closed list: the household, the sealed rows, the register's ids, calls and the client's own numbers stay in
/// the house, because together with the time they say who was visited.
/// </summary>
internal static class AdmissionData
{
    public static void Write(Utf8JsonWriter json, AdmissionFacts facts)
    {
        Text(json, "lobby", facts.Lobby?.Value);
        Number(json, "case", facts.Case?.Number);
        Word(json, "category", facts.Category);
        Word(json, "from", facts.From);
        Word(json, "to", facts.To);
        Word(json, "role", facts.Role);
        Word(json, "refusal", facts.Refusal);
        Number(json, "evidence", facts.Evidence?.Number);
        Word(json, "evidenceKind", facts.EvidenceKind);
        Number(json, "request", facts.Request?.Number);
        Word(json, "target", facts.Target);
        Word(json, "answer", facts.Answer);
        Number(json, "headCount", facts.HeadCount);
        Text(json, "announcement", facts.Announcement?.Value);
        Text(json, "tour", facts.Tour?.Value);
        Number(json, "alert", facts.Alert?.Number);
        Word(json, "alertKind", facts.AlertKind);
        Word(json, "alertResult", facts.AlertResult);
        Number(json, "alarm", facts.Alarm?.Number);
        Word(json, "alarmCause", facts.AlarmCause);
        Number(json, "step", facts.Step);
        Word(json, "told", facts.Told);
        Text(json, "record", facts.Record?.ToString());
        Word(json, "change", facts.Change);
        Text(json, "panel", facts.Panel?.Value);
        Word(json, "matter", facts.Matter);
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Number(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private static void Word<T>(Utf8JsonWriter json, string name, T? value)
        where T : struct, Enum
    {
        if (value is { } word)
        {
            json.WriteString(name, EventTranslation.Camel(word.ToString()));
        }
    }
}
