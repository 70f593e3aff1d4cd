using Bridge.Journal;
using Bridge.Journal.Residents;

namespace Bridge.Host.Api.Register;

/// <summary>Which households are asked through the control room, and why; and why a member is barred. That a reason was looked at is remembered before it is shown.</summary>
public sealed class ClearanceOffice(ResidentRegister register, RegisterOffice office, RegisterShelf shelf)
{
    public RegisterAnswer Set(string unit, ClearanceBody wish, string actor)
    {
        var now = register.Current;
        if (now.FindHousehold(unit, null) is not { } id || now.Household(id) is not { } row)
        {
            return new RegisterAnswer.NotThere();
        }

        var edits = new List<ResidentEdit> { new ResidentEdit.PutHousehold(row with { Route = wish.ThroughControlRoom ? ClearanceRoute.ControlRoom : ClearanceRoute.Direct }) };
        if (wish.Reason is not null || !wish.ThroughControlRoom)
        {
            edits.Add(new ResidentEdit.SetReason(ResidentList.Households, id, wish.ThroughControlRoom ? wish.Reason : null));
        }

        return office.Apply(edits, actor, () => new RegisterAnswer.Done(shelf.Find(new RegisterKey(ResidentList.Households, unit, 0)), Added: false));
    }

    /// <summary>Null when there is no such household or member.</summary>
    public StorageResult<string?>? Reveal(ResidentList list, string key, string actor)
    {
        var subject = list == ResidentList.Households ? register.Current.FindHousehold(key, null) : RegisterEdits.Member(register.Current, key)?.Id;
        return subject is null ? null : register.RevealReason(list, subject, actor);
    }
}
