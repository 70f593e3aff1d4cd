using Bridge.Host.Accounts;
using Bridge.Host.Translation;
using Bridge.Policy;
using Bridge.Policy.Admission;
using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Api.Lobby;

/// <summary>What the desk's endpoints work with.</summary>
public sealed record DeskParts(DeskOffice Office, DeskViews Views, RegisterFacts Register, PersonSealer People, RecordShelf Shelf)
{
    /// <summary>What is known of a case's person: what its record says now, for it may have been amended since, or what the case itself heard.</summary>
    public Journal.Records.PersonFields? PersonOf(CaseState one) =>
        (one.Record is { } number ? People.Show(Shelf.Find(RecordTranslation.Number(number))?.Current.Person) : null) ?? People.Show(one.Person);

    /// <summary>An act at a case of the caller's lobby. A case of another lobby is as if it were not there.</summary>
    public Task<IResult> ActAsync(
        Caller caller, long id, Func<CaseState, CaseAct> act, IReadOnlyList<Journal.Records.SealedPerson> people, CancellationToken cancellationToken)
    {
        if (Views.Case(id) is not { } one || !caller.Has(Permission.OpenCase, one.Lobby))
        {
            return Task.FromResult<IResult>(Answers.NotFound());
        }

        return AskAsync(caller, (at, party) => new PolicyInput.CaseActed(at, party, act(one)), people, state => Show(state, new CaseId(id)), cancellationToken);
    }

    public Task<IResult> AskAsync(
        Caller caller, Func<Moment, Party, PolicyInput> input, IReadOnlyList<Journal.Records.SealedPerson> people, Func<BuildingState, IResult> show,
        CancellationToken cancellationToken) =>
        Office.AskAsync(caller, input, people, remembered => show(remembered.State), cancellationToken);

    public IResult Show(BuildingState state, CaseId id) =>
        state.Admission.Cases.TryGetValue(id, out var one) ? TypedResults.Ok(Views.Draw(one)) : TypedResults.NoContent();
}
