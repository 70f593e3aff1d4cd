using System.Collections.Immutable;
using Bridge.Console.Seats;

namespace Bridge.Console.Books.Events;

public sealed partial class JournalPage
{
    private readonly Stack<long?> _before = new();
    private EventSearch _search = new();
    private EventSheet? _sheet;
    private ChainCheck? _chain;
    private bool _begun;
    private bool _unreadable;
    private bool _verifying;
    private long? _unfolded;
    private ImmutableArray<string>? _explained;
    private ExplainSubject _subject = ExplainSubject.Case;
    private long? _number;
    private (ExplainSubject Subject, long Number)? _asked;
    private DateTime? _from;
    private DateTime? _until;

    public override string Path => "journal";

    protected override bool IsFor(SeatRole role) => SeatPages.Has(role, "/journal");

    protected override async Task OnPictureAsync(EventBookView picture)
    {
        if (!_begun)
        {
            _begun = true;
            await ReadAsync(_search);
        }
    }

    private Task FindAsync()
    {
        _before.Clear();
        return ReadAsync(_search with { Before = null, From = _from, Until = _until });
    }

    private Task OlderAsync()
    {
        if (_sheet is not { More: true, Rows: [.., var last] })
        {
            return Task.CompletedTask;
        }

        _before.Push(_search.Before);
        return ReadAsync(_search with { Before = last.Sequence });
    }

    private Task NewerAsync() => _before.TryPop(out var before) ? ReadAsync(_search with { Before = before }) : Task.CompletedTask;

    private async Task ReadAsync(EventSearch search)
    {
        _search = search;
        var sheet = await Source.FindAsync(search, Seat.Ended);
        (_sheet, _unreadable, _unfolded) = (sheet ?? _sheet, sheet is null, null);
    }

    private async Task UnfoldAsync(long sequence)
    {
        if (_unfolded == sequence)
        {
            _unfolded = null;
            return;
        }

        (_unfolded, _explained) = (sequence, null);
        await ExplainAsync(ExplainSubject.Entry, sequence);
    }

    private Task ExplainAsync()
    {
        _unfolded = null;
        return _number is { } number ? ExplainAsync(_subject, number) : Task.CompletedTask;
    }

    private async Task ExplainAsync(ExplainSubject subject, long number)
    {
        _asked = (subject, number);
        _explained = await Source.ExplainAsync(subject, number, Words.Language, Seat.Ended);
    }

    private async Task VerifyAsync()
    {
        _verifying = true;
        try
        {
            _chain = await Source.VerifyAsync(Seat.Ended);
        }
        finally
        {
            _verifying = false;
        }
    }

    private string Span => (_search.From, _search.Until) is (null, null) ? Words["book.span.all"] : $"{Minute(_search.From)} – {Minute(_search.Until)}";

    private static string Minute(DateTime? wall) => wall?.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
