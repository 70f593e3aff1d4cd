using Bridge.Host.Accounts;
using Bridge.Host.Api.Lobby.Bodies;
using Bridge.Host.Runtime;
using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Journal.Records;
using Bridge.Policy;
using Bridge.Policy.Admission;
using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Api.Lobby;

/// <summary>Single records: looked at with names covered, amended so that the original stays, and opened for somebody who says why.</summary>
public sealed class RecordOffice(RecordShelf shelf, DeskOffice office, PersonSealer people, PersonVault vault, RecordNotes notes, TimeProvider time)
{
    public RecordView? Find(Caller caller, string number) => InReach(caller, number) is { } record ? shelf.Draw(record) : null;

    /// <param name="corrected">What is right instead, and why; what it leaves out stays as it was.</param>
    public async Task<IResult> AmendAsync(Caller caller, string number, PersonFields corrected, CancellationToken cancellationToken)
    {
        if (InReach(caller, number) is not { } record || !caller.Has(Permission.AmendRecord, new LobbyId(record.Original.Lobby)))
        {
            return Answers.NotFound();
        }

        var before = record.Current.Person is { } id && vault.Open(id) is StorageResult<PersonRead>.Done { Value: PersonRead.Found { Fields: var fields } } ? fields : new PersonFields();
        if (people.Seal(before.With(corrected)) is not { } row)
        {
            return Answers.Problem(StatusCodes.Status503ServiceUnavailable, "keys_unavailable", "What is personal cannot be stored safely now.");
        }

        var act = new CaseAct.AmendRecord(RecordTranslation.Number(record.Number), row.Reference);
        return await office.AskAsync(
            caller, (at, party) => new PolicyInput.CaseActed(at, party, act), [row.Row],
            _ => shelf.Find(record.Number) is { } now ? TypedResults.Ok(shelf.Draw(now)) : TypedResults.NoContent(), cancellationToken);
    }

    /// <summary>First the journal says who looks and why; then, and only when it is on disk, he is shown it.</summary>
    public async Task<UnmaskOutcome> UnmaskAsync(Caller caller, string number, DisclosureReason reason, CancellationToken cancellationToken)
    {
        if (InReach(caller, number) is not { } record || !caller.Has(Permission.UnmaskPerson, new LobbyId(record.Original.Lobby)))
        {
            return new UnmaskOutcome.NotThere();
        }

        if (caller.Post?.Role == Accounts.Role.LobbyAssistant && reason != DisclosureReason.CallBack)
        {
            return new UnmaskOutcome.ReasonNotYours();
        }

        var versions = new List<PersonVersion>();
        foreach (var (at, by, person) in People(record))
        {
            var disclosure = new Disclosure(person, caller.Actor.Value, EventTranslation.Camel(reason.ToString()), ToAuditor: false);
            if (!await notes.DisclosedAsync(record.Number, disclosure, cancellationToken))
            {
                return new UnmaskOutcome.Unavailable();
            }

            var read = vault.Unmask(disclosure) is StorageResult<PersonRead>.Done { Value: var found } ? found : new PersonRead.Damaged();
            versions.Add(new PersonVersion(at, by, RecordShelf.StandingOf(read), (read as PersonRead.Found)?.Fields));
        }

        return new UnmaskOutcome.Shown(versions);
    }

    /// <summary>Every sealed row that the record names, the oldest first, each once.</summary>
    public static IReadOnlyList<(DateTimeOffset At, string By, string Person)> People(StoredRecord record) =>
    [
        .. record.Changes.Select(change => (change.At, change.Author, change.Fields.Person))
            .Prepend((record.Original.CreatedAt, record.Original.Author, record.Original.Fields.Person))
            .Where(row => row.Person is not null).Select(row => (row.Item1, row.Item2, row.Person!)).DistinctBy(row => row.Item3),
    ];

    private StoredRecord? InReach(Caller caller, string number) =>
        Journal.Records.RecordNumber.TryParse(number) is { } parsed && shelf.Find(parsed) is { } record && RecordReach.Sees(caller, record, time.GetUtcNow()) ? record : null;
}
