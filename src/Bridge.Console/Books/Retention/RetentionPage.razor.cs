using System.Collections.Immutable;
using Bridge.Console.Seats;

namespace Bridge.Console.Books.Retention;

public sealed partial class RetentionPage
{
    private RetentionSheet? _sheet;
    private bool _unreadable;
    private bool _begun;
    private string _asked = "";
    private ErasureReason? _ground;
    private string _restricted = "";
    private DateOnly? _until;

    public override string Path => "retention";

    private bool Dead => Waiting || IsStale;

    protected override bool IsFor(SeatRole role) => SeatPages.Has(role, "/retention");

    protected override async Task OnPictureAsync(RetentionBookView picture)
    {
        if (!_begun)
        {
            _begun = true;
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        var sheet = await Source.ReadAsync(Seat.Ended);
        (_sheet, _unreadable) = (sheet ?? _sheet, sheet is null);
    }

    private async Task<bool> ActAsync(ErasureAct act)
    {
        var done = await AskAsync(stop => Source.ActAsync(act, stop)) is { Done: true };
        await ReadAsync();
        return done;
    }

    private async Task WishAsync()
    {
        if (_ground is { } ground && await ActAsync(new ErasureAct.Ask(Numbers(_asked), ground)))
        {
            (_asked, _ground) = ("", null);
        }
    }

    private async Task RestrictAsync()
    {
        if (await ActAsync(new ErasureAct.Restrict(Numbers(_restricted), _until)))
        {
            (_restricted, _until) = ("", null);
        }
    }

    private static ImmutableArray<string> Numbers(string text) =>
        [.. text.ToUpperInvariant().Split([' ', ',', ';', '，', '；', '、', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
}
