using System.Collections.Immutable;
using Bridge.Console.Seats;
using Microsoft.AspNetCore.Components;

namespace Bridge.Console.Registers;

public sealed partial class RegisterPage
{
    private BookList _list = BookList.Households;
    private string _text = "";
    private bool _adding;
    private bool _editing;
    private int _added;
    private long _edition = -1;
    private RegisterLine? _after;
    private RegisterSheet? _sheet;
    private ImmutableArray<RowProblem> _problems = [];
    private FileCounts? _counts;

    public override string Path => "register";

    private ListView? Chosen => Picture?.Lists.FirstOrDefault(one => one.List == _list);

    protected override bool IsFor(SeatRole role) => SeatPages.Has(role, "/" + Path);

    // Somebody else changed it too: the page shows the register as it is, and not as it was when the list was chosen.
    protected override async Task OnPictureAsync(RegisterView picture)
    {
        if (picture.Edition != _edition && !picture.Lists.IsEmpty && !_editing)
        {
            _edition = picture.Edition;
            await LoadAsync(_after);
        }
    }

    private async Task ChooseAsync(ChangeEventArgs changed)
    {
        (_list, _text, _adding, _problems, _counts) = (Enum.Parse<BookList>((string)changed.Value!), "", false, [], null);
        ForgetAnswer();
        await LoadAsync(null);
    }

    private async Task LoadAsync(RegisterLine? after) => (_after, _editing, _sheet) = (after, false, await Source.FindAsync(new RegisterQuery(_list, _text.Trim(), after), Seat.Ended));

    private Task ActAsync(RegisterWish wish) => TakeAsync(stop => Source.ActAsync(wish, stop));

    private Task ImportAsync(FileWish wish) => TakeAsync(stop => Source.ImportAsync(wish, stop));

    private async Task TakeAsync(Func<CancellationToken, Task<RegisterOutcome>> act)
    {
        RegisterOutcome? outcome = null;
        await AskAsync(async stop => (outcome = await act(stop)).Outcome);
        if (outcome is null)
        {
            return;
        }

        (_problems, _counts) = (outcome.Problems, outcome.Counts);
        if (outcome.Outcome.Done && Chosen is not null)
        {
            _added++;
            await LoadAsync(_after);
        }
    }
}
