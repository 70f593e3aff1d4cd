using Bridge.Console.Wording;
using Bridge.Host.Accounts;
using Bridge.Host.Explaining;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Host.Api.Auditing;

/// <summary>The journal for who audits: its entries, what they mean, and whether somebody changed them.</summary>
internal static class JournalEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var journal = api.MapGroup("/journal").RequirePermission(Permission.ReadEvents);
        journal.MapGet("", ([AsParameters] JournalSearch wanted, HttpContext context, JournalShelf shelf) => Find(wanted, context.Caller(), shelf));
        journal.MapGet("/explain", (StorySubject subject, long number, string? lang, HttpContext context, JournalShelf shelf) =>
            Explain(subject, number, DisplayLanguages.FromCode(lang), context.Caller(), shelf));
        journal.MapGet("/chain", async (HttpContext context, JournalShelf shelf, CancellationToken stop) => await VerifyAsync(context.Caller(), shelf, stop));
    }

    internal static IResult Find(JournalSearch wanted, Caller caller, JournalShelf shelf) => wanted.Max is < 1 or > JournalShelf.Longest
        ? Answers.BadRequest("max", $"A page has 1 to {JournalShelf.Longest} entries.")
        : Whole(caller, () => shelf.Page(wanted, wanted.Max ?? JournalShelf.Longest) is { } page ? TypedResults.Ok(page) : Unavailable());

    internal static IResult Explain(StorySubject subject, long number, DisplayLanguage language, Caller caller, JournalShelf shelf) =>
        Whole(caller, () => shelf.Explain(subject, number, language) switch
        {
            null => Unavailable(),
            { Lines.Count: 0 } => Answers.NotFound(),
            var story => TypedResults.Ok(story),
        });

    internal static async Task<IResult> VerifyAsync(Caller caller, JournalShelf shelf, CancellationToken cancellationToken)
    {
        // It reads every row: not on the thread of whoever waits for it.
        var chain = caller.ReachOf(Permission.ReadEvents) == Reach.All ? await Task.Run(() => shelf.Verify(cancellationToken), cancellationToken) : null;
        return Whole(caller, () => TypedResults.Ok(chain));
    }

    // The journal is the whole building's: there is no part of it for one lobby.
    private static IResult Whole(Caller caller, Func<IResult> answer) =>
        caller.ReachOf(Permission.ReadEvents) == Reach.All ? answer() : Answers.Forbidden("not-permitted", "The journal is the whole estate's.");

    private static ProblemHttpResult Unavailable() => Answers.Problem(StatusCodes.Status503ServiceUnavailable, "journal_unavailable", "The journal cannot be read now.");
}
