using System.Globalization;
using Bridge.Console.Wording;
using Bridge.Journal;

namespace Bridge.Host.Explaining;

/// <summary>A story in one language: the verdict first, then a line a step with its local time.</summary>
public sealed class StoryText(Story story, DisplayLanguage language)
{
    private readonly ExplainWords words = ExplainWords.For(language);
    private readonly EventValues values = new(ExplainWords.For(language), story.Times);

    public IEnumerable<string> Lines() => story.Steps
        .Where(step => step.Event is not null || story.Steps.Count == 1 || step.Sequence == story.Number)
        .Select(Line)
        .Prepend(Verdict());

    public string Verdict()
    {
        var verdict = story.Verdict;
        var known = verdict.Because is { } because ? values.Of(because) : [];
        if (verdict.Cause == Cause.Failed)
        {
            known["failure"] = words.Say($"event.{verdict.Because!.Kind}", values.Of(verdict.Because with { Detail = null }));
        }

        foreach (var name in (string[])["refusal", "rule"])
        {
            if (verdict.Refused is { } refused && values.Of(refused).TryGetValue(name, out var value))
            {
                known[name] = value;
            }
        }

        var number = story.Number.ToString(CultureInfo.InvariantCulture);
        var subject = words.Say($"story.{story.Subject}", new Dictionary<string, string> { ["case"] = number, ["access"] = number, ["entry"] = number });
        var between = language == DisplayLanguage.Chinese ? "：" : ": ";
        var space = language == DisplayLanguage.Chinese ? "" : " ";
        return $"{subject}{between}{words[$"outcome.{verdict.Outcome}"]}{space}{words.Say($"cause.{verdict.Cause}", known)}";
    }

    private string Line(Told step)
    {
        var entry = step.Stored.Entry;
        var sentence = step.Event is { } told ? words.Say($"event.{told.Kind}", values.Of(told)) : Unspoken(step);
        var late = entry.Unjournalled ? $" ({words["entry.late"]})" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Time(step)} {sentence}{late}  [{step.Stored.Position}]");
    }

    // The day is said at the first step, and where it is another one.
    private string Time(Told step)
    {
        var first = story.Steps[0];
        var at = step.Stored.Entry.OccurredAt;
        return at.ToString(step != first && at.Date == first.Stored.Entry.OccurredAt.Date ? "HH:mm:ss" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private string Unspoken(Told step) => words.Say(
        step.Stored.Entry.Origin == EntryOrigin.Input ? "entry.input" : "entry.note",
        new Dictionary<string, string> { ["kind"] = step.Stored.Entry.Kind });
}
