using System.Collections.Immutable;
using Bridge.Console.Desk;
using Bridge.Console.Doors;
using Bridge.Console.Registers.Cards;
using Bridge.Console.Tests.Hosting.Posts;

namespace Bridge.Console.Tests.Registers;

internal sealed class FakeCardOffice(bool mayIssue) : FakeSource<CardsView>(now => Full(now, mayIssue)), ICardOffice
{
    public static readonly HolderChoice Person = new("m-1", "A-0805", "陈静", ["everywhere"]);

    public ImmutableArray<CardLine> Lines { get; set; } =
    [
        new("c-1", "4711", "陈静 <script>", "A-0805") { Levels = ["everywhere"] },
        new("c-2", null, "陈静", "A-0805") { Levels = ["everywhere"], ValidUntil = new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.FromHours(8)) },
        new("c-3", "0042", "王伟", "A-1203") { Levels = ["everywhere", "garage"], Off = "Lost" },
    ];

    public Task<CardSheet> FindAsync(string text, string? after, CancellationToken cancellationToken) => Task.FromResult(new CardSheet(Lines, More: after is null));

    public Task<ImmutableArray<HolderChoice>> FindHoldersAsync(string text, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<HolderChoice>>([Person, new(null, "A-0805", null, ["everywhere"])]);

    public Task<ActOutcome> ActAsync(CardWish wish, CancellationToken cancellationToken) => TakeAsync(wish);

    private static CardsView Full(DateTimeOffset now, bool mayIssue) => new(now)
    {
        MayIssue = mayIssue,
        Reads = mayIssue ? [new("r-1", new DisplayName("大堂正门", "Main entrance"), "42", TimeSpan.FromSeconds(12)), new("r-2", null, "0815", TimeSpan.FromSeconds(200))] : [],
        Levels = mayIssue ? ["everywhere", "garage"] : [],
    };
}
