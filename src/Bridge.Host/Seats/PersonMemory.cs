using Bridge.Host.Api.Lobby;
using Bridge.Journal.Records;
using Bridge.Policy.Admission;
using SealedPerson = Bridge.Policy.Admission.SealedPerson;

namespace Bridge.Host.Seats;

/// <summary>The people that one page shows now, so that a picture a second does not unseal them each time. Who is not asked for any more is forgotten.</summary>
internal sealed class PersonMemory(PersonSealer sealer)
{
    private Dictionary<string, PersonFields?> shown = [];
    private Dictionary<string, PersonFields?> next = [];

    public PersonFields? Show(SealedPerson? person)
    {
        if (person is null)
        {
            return null;
        }

        var key = person.Person.Value;
        var fields = shown.TryGetValue(key, out var known) ? known : sealer.Show(person);
        next[key] = fields;
        return fields;
    }

    /// <summary>A picture is complete.</summary>
    public void Turn()
    {
        (shown, next) = (next, shown);
        next.Clear();
    }
}
