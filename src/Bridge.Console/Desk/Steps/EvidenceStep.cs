using Bridge.Console.Wording;
using Microsoft.AspNetCore.Components;

namespace Bridge.Console.Desk.Steps;

/// <summary>One step of a case at the desk: something is typed, shown or looked at, and told to the server.</summary>
public abstract class EvidenceStep : ComponentBase
{
    [Parameter, EditorRequired]
    public required DeskCase Case { get; set; }

    [Parameter, EditorRequired]
    public required Phrases Words { get; set; }

    /// <summary>Does it; what was refused is said by the card.</summary>
    [Parameter, EditorRequired]
    public required Func<DeskAct, Task<ActOutcome>> Act { get; set; }

    /// <summary>An id of an element of this step, which belongs to this case alone.</summary>
    protected string Id(string part) => $"{part}-{Case.Id}";

    protected async Task<bool> DoneAsync(DeskAct act)
    {
        await Act(act);
        return true;
    }
}
