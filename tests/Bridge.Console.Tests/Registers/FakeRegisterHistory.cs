using System.Collections.Immutable;
using Bridge.Console.Registers;
using Bridge.Console.Tests.Hosting.Posts;

namespace Bridge.Console.Tests.Registers;

internal sealed class FakeRegisterHistory() : FakeSource<HistoryView>(now => new(now, Lines)), IRegisterHistory
{
    private static readonly DateTimeOffset At = new(2026, 3, 10, 10, 14, 5, TimeSpan.FromHours(8));

    private static ImmutableArray<HistoryLine> Lines =>
    [
        new(9, At, "u-0123456789abcdef", BookList.Credentials, "abcdefghij234567abcd", "Added", ["holder", "valid_until", "access_levels"]),
        new(8, At.AddMinutes(-3), "console:root", BookList.Members, "m-1", "Changed", ["moved_out"]),
        new(7, At.AddMinutes(-9), "u-1", BookList.Households, "h-1", "ReasonRevealed", ["reason"]),
    ];

    public Task<ImmutableArray<HistoryLine>> FindAsync(BookList? list, long? before, CancellationToken cancellationToken)
    {
        Wishes.Enqueue((list, before));
        return Task.FromResult<ImmutableArray<HistoryLine>>([.. Lines.Where(line => list is null || line.List == list)]);
    }
}
