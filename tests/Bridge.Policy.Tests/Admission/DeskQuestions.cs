using Bridge.Policy.Admission;

namespace Bridge.Policy.Tests.Admission;

/// <summary>Every question of one life, and which of them an answer may still speak to.</summary>
sealed class DeskQuestions
{
    readonly Dictionary<RequestId, DeskQuestion> asked = [];

    public DeskQuestion? Find(RequestId id) => asked.GetValueOrDefault(id);

    public void Note(BuildingEvent told, CaseId id)
    {
        switch (told)
        {
            case { Kind: EventKind.RequestAsked, Admission: { Request: { } request, Target: { } target } }:
                CloseAll(id);
                asked[request] = new DeskQuestion(id, told.Actor, target);
                break;
            case { Kind: EventKind.RequestEnded, Admission.Request: { } request } when asked.TryGetValue(request, out var ended):
                ended.Over = true;
                break;
            default:
                break;
        }
    }

    /// <summary>The question that this answers, if it may: open still, and put to this party. It is answered with that.</summary>
    public DeskQuestion? Answer(PolicyInput.RequestActed acted, Func<CaseId, Category> category)
    {
        if (!asked.TryGetValue(acted.Act.Request, out var question) || question.Over || !question.IsAskedOf(acted.By.Role, category(question.Case)))
        {
            return null;
        }

        question.Over = true;
        return question;
    }

    public void CloseEverything()
    {
        foreach (var question in asked.Values)
        {
            question.Over = true;
        }
    }

    void CloseAll(CaseId id)
    {
        foreach (var question in asked.Values)
        {
            question.Over |= question.Case == id;
        }
    }
}
