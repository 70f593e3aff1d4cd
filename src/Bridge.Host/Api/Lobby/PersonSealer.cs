using System.Security.Cryptography;
using System.Text;
using Bridge.Journal;
using Bridge.Journal.Records;
using Bridge.Policy;
using Admission = Bridge.Policy.Admission;

namespace Bridge.Host.Api.Lobby;

/// <summary>Seals what is personal before anything of it reaches the engine, and opens it for the screens that have to show it now.</summary>
public sealed class PersonSealer(PersonVault vault, TimeProvider time)
{
    // Printed numbers stand in no journal. Equal numbers have equal marks as long as the service runs, which is as long as any case does.
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    /// <summary>Null when the keys cannot be stored: then nothing may be done that needs the row.</summary>
    public Sealed? Seal(PersonFields fields, RetentionClass retention = RetentionClass.VisitorIdentity) =>
        vault.Seal(new PersonDraft(fields, retention, time.GetUtcNow())) is StorageResult<SealedPerson>.Done { Value: var row }
            ? new Sealed(new Admission.SealedPerson(new PersonId(row.Id), Convert.ToHexStringLower(row.Commitment.Span)), row)
            : null;

    /// <summary>Null when there is nothing to seal.</summary>
    public Admission.SealedPerson? SealIfAny(PersonFields? fields, List<SealedPerson> people)
    {
        if (fields is null || Seal(fields) is not { } row)
        {
            return null;
        }

        people.Add(row.Row);
        return row.Reference;
    }

    /// <summary>For the screen of who deals with this person now; null when it was erased.</summary>
    public PersonFields? Show(Admission.SealedPerson? person) => Show(person?.Person.Value);

    /// <param name="person">The id of the sealed row; null when there is none.</param>
    public PersonFields? Show(string? person) =>
        person is not null && vault.Open(person) is StorageResult<PersonRead>.Done { Value: PersonRead.Found { Fields: var fields } } ? fields : null;

    public string Mark(string number) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(number)))[..16];
}
