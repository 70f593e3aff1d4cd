using Bridge.Console.Desk;
using Bridge.Console.Seats;

namespace Bridge.Console.Books.Records;

/// <summary>A kept record, page by page. Both books are this page with other columns.</summary>
public abstract class LogPage : LiveSeatPage<IRecordBook, BookView>
{
    /// <summary>Nobody's name stays on a screen that was left.</summary>
    private static readonly TimeSpan ShownFor = TimeSpan.FromMinutes(2);

    private readonly Stack<long?> _before = new();
    private DateTimeOffset _shownAt;
    private bool _begun;

    public abstract BookForm Form { get; }

    public sealed override string Path => Form == BookForm.VisitorLog ? "visitor-log" : "duty-log";

    public BookView? View => Picture;

    public BookSearch Search { get; private set; } = new();

    /// <summary>Null before the first one, and when the journal could not be read.</summary>
    public BookSheet? Sheet { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    public bool Unreadable { get; private set; }

    /// <summary>The number of the row that is unfolded.</summary>
    public string? Unfolded { get; private set; }

    public ShownPerson? Shown { get; private set; }

    public int Number => _before.Count + 1;

    public bool HasPrevious => _before.Count > 0;

    internal Task FindAsync(BookSearch search)
    {
        _before.Clear();
        return ReadAsync(search with { After = null });
    }

    internal Task NextAsync()
    {
        if (Sheet is not { More: true, Rows: [.., var last] })
        {
            return Task.CompletedTask;
        }

        _before.Push(Search.After);
        return ReadAsync(Search with { After = last.Place });
    }

    internal Task PreviousAsync() => _before.TryPop(out var after) ? ReadAsync(Search with { After = after }) : Task.CompletedTask;

    public void Unfold(string number)
    {
        ForgetAnswer();
        (Unfolded, Shown) = (Unfolded == number ? null : number, null);
    }

    internal async Task ShowAsync(string number, UnmaskReason reason)
    {
        ShownPerson? person = null;
        await AskAsync(async stop => (person = await Source.ShowAsync(number, reason, stop)).Outcome);
        if (person is { Outcome.Done: true })
        {
            (Shown, _shownAt) = (person, Clock.GetUtcNow());
            ForgetAnswer();
        }
    }

    public void Cover() => Shown = null;

    internal async Task<bool> AmendAsync(string number, Amendment amendment)
    {
        if (await AskAsync(stop => Source.AmendAsync(number, amendment, stop)) is not { Done: true })
        {
            return false;
        }

        Shown = null;
        await ReadAsync(Search, keepRow: true);
        return true;
    }

    protected override async Task OnPictureAsync(BookView picture)
    {
        if (!_begun)
        {
            _begun = true;
            await ReadAsync(Search);
        }
    }

    protected override void OnBeat()
    {
        if (Shown is not null && Clock.GetUtcNow() - _shownAt > ShownFor)
        {
            Shown = null;
        }
    }

    private async Task ReadAsync(BookSearch search, bool keepRow = false)
    {
        Search = search;
        Source.Form = Form;
        var sheet = await Source.FindAsync(search, Seat.Ended);
        (Sheet, Unreadable, ReadAt) = (sheet ?? Sheet, sheet is null, sheet is null ? ReadAt : Picture?.ObservedAt);
        if (!keepRow)
        {
            (Unfolded, Shown) = (null, null);
        }
    }
}
