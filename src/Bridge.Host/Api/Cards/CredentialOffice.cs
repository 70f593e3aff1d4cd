using Bridge.Host.Accounts;
using Bridge.Host.Import;
using Bridge.Host.Runtime;
using Bridge.Journal.Register;
using Bridge.Journal.Residents;
using Bridge.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bridge.Host.Api.Cards;

/// <summary>Gives cards out and switches them off. Each change is in the register's history, and the next read is judged by it.</summary>
internal sealed class CredentialOffice(CredentialRegister register, ResidentRegister residents, UnknownCards unknown, CredentialShelf shelf, SiteHolder site, TimeProvider time)
{
    public IResult Issue(IssueBody wish, Caller caller)
    {
        if (Levels(wish) is { } unfit)
        {
            return unfit;
        }

        var (holder, member) = Holder(wish);
        if (holder is null)
        {
            return Answers.BadRequest("holder", "Name a member or a unit of the register.");
        }

        var (digest, shown, problem) = Card(wish);
        if (digest is not { } card)
        {
            return problem!;
        }

        var issued = new IssuedCard(card, shown, holder, member)
        {
            ValidUntil = wish.LastDay is { } day ? LocalTime.Parse($"{day:yyyy-MM-dd}", site.Current.TimeZone, endOfDay: true) : null,
            AccessLevels = wish.AccessLevels,
        };
        return Answer(register.Issue(issued, caller.Actor.Value, time.GetUtcNow()), caller);
    }

    public IResult Disable(string id, OffReason reason, Caller caller) => Set(id, reason switch
    {
        OffReason.Lost => DisabledReason.Lost,
        OffReason.Stolen => DisabledReason.Stolen,
        OffReason.Damaged => DisabledReason.Damaged,
        OffReason.Blocked => DisabledReason.Blocked,
    }, caller);

    public IResult Enable(string id, Caller caller) => Set(id, DisabledReason.None, caller);

    private IResult Set(string id, DisabledReason reason, Caller caller) =>
        shelf.Find(caller, id) is null ? Answers.NotFound() : Answer(register.SetDisabled(id, reason, caller.Actor.Value, time.GetUtcNow()), caller);

    private ProblemHttpResult? Levels(IssueBody wish)
    {
        var known = site.Current.Rules.AccessLevels;
        return wish.AccessLevels.Count > 0 && wish.AccessLevels.All(level => known.ContainsKey(new AccessLevelId(level)))
            ? null
            : Answers.BadRequest("accessLevels", $"Expected one or several of {string.Join(", ", known.Keys.Select(level => level.Value).Order(StringComparer.Ordinal))}.");
    }

    // Looked up here: what a screen says of a person is not believed.
    private (ImportedHolder? Holder, string? Member) Holder(IssueBody wish)
    {
        var now = residents.Current;
        if (wish is { Member: { } id, Unit: null })
        {
            return now.Member(id) is { } member && now.Household(member.Household) is { } home
                ? (new ImportedHolder(member.Holder ?? $"member:{member.Key}", "resident", home.Unit, member.Name), member.Id)
                : default;
        }

        return wish is { Member: null, Unit: { } unit } && now.FindHousehold(unit, null) is { } found && now.Household(found) is { } household
            ? (new ImportedHolder($"unit:{household.Unit}", "post", household.Unit, household.Unit), null)
            : default;
    }

    private (CredentialDigest? Digest, string Shown, IResult? Problem) Card(IssueBody wish)
    {
        if (wish is { Read: { } read, Card: null })
        {
            return unknown.Find(read) is { } card
                ? (card.Digest, card.Shown, null)
                : (null, "", Answers.Problem(StatusCodes.Status409Conflict, "read_gone", "The read is too old, or the card is somebody's by now: hold it to the reader again."));
        }

        var (written, problem) = wish is { Read: null, Card: { } text } ? CardText.Parse(text.Trim()) : (null, $"expected {CardText.Expected}, found none");
        return written is null ? (null, "", Answers.BadRequest("card", problem!)) : (register.DigestOf(written.Bits.Span, written.BitCount), written.Shown, null);
    }

    private IResult Answer(CredentialChanged changed, Caller caller)
    {
        switch (changed)
        {
            case CredentialChanged.Done { Credential: var id }:
                // The household's card list names its holder now; others see the same at their next look.
                _ = residents.Refresh();
                return shelf.Find(caller, id) is { } row ? TypedResults.Ok(CredentialShelf.View(row, caller.ReachOf(Permission.IssueCredential) != Reach.None)) : TypedResults.NoContent();
            case CredentialChanged.Known:
                return Answers.Problem(StatusCodes.Status409Conflict, "card_known", "The card is somebody's already.");
            case CredentialChanged.NotThere:
                return Answers.NotFound();
            default:
                return Answers.Problem(StatusCodes.Status503ServiceUnavailable, "register_unavailable", "The register cannot be written now.");
        }
    }
}
