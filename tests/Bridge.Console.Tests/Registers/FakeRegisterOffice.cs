using System.Collections.Immutable;
using Bridge.Console.Desk;
using Bridge.Console.Registers;
using Bridge.Console.Tests.Hosting.Posts;

namespace Bridge.Console.Tests.Registers;

internal sealed class FakeRegisterOffice(bool mayKeep, bool mayClear) : FakeSource<RegisterView>(now => Full(now, mayKeep, mayClear)), IRegisterOffice
{
    public ImmutableArray<RowProblem> Problems { get; set; } = [];

    public FileCounts? Counts { get; set; }

    public ImmutableArray<RegisterLine> Lines { get; set; } =
    [
        Line("A-0805", ("unit", "A-0805"), ("lobby", "a"), ("route", "direct"), ("children_may_answer", "no")),
        Line("A-1801", ("unit", "A-1801"), ("lobby", "a"), ("route", "controlRoom"), ("children_may_answer", "no")),
        Line("<b>B</b>", ("unit", "<b>B</b>"), ("lobby", "b"), ("route", "direct"), ("children_may_answer", "yes")),
    ];

    public Task<RegisterSheet> FindAsync(RegisterQuery query, CancellationToken cancellationToken) => Task.FromResult(new RegisterSheet(query.List, Lines, More: query.After is null));

    public async Task<RegisterOutcome> ActAsync(RegisterWish wish, CancellationToken cancellationToken) => new(await TakeAsync(wish)) { Problems = Problems };

    public async Task<RegisterOutcome> ImportAsync(FileWish wish, CancellationToken cancellationToken) => new(await TakeAsync(wish)) { Problems = Problems, Counts = Counts };

    public async Task<RevealedReason> RevealAsync(BookList list, string key, CancellationToken cancellationToken) =>
        new(await TakeAsync((list, key)), "not to be disturbed");

    private static RegisterLine Line(string key, params (string Column, string Value)[] columns) =>
        new(key, 0, columns.ToImmutableDictionary(pair => pair.Column, pair => pair.Value));

    private static RegisterView Full(DateTimeOffset now, bool mayKeep, bool mayClear) => new(now, 1)
    {
        Lists = mayKeep
            ? [
                new(BookList.Households,
                [
                    new("unit", ColumnKind.Text, true, true), new("lobby", ColumnKind.Choice, true, false) { Choices = ["a", "b"] },
                    new("route", ColumnKind.Choice, false, false) { Choices = ["direct", "controlRoom"], ReadOnly = true },
                    new("children_may_answer", ColumnKind.Choice, false, false) { Choices = ["yes", "no"] },
                ], false),
                new(BookList.Leaders, [new("leader", ColumnKind.Text, true, true), new("name", ColumnKind.Text, true, false), new("valid_until", ColumnKind.Date, false, false)], true),
            ]
            : [],
        MayClear = mayClear,
    };
}
