using System.Collections.Immutable;
using Bridge.Console.Desk.Queue;
using Bridge.Console.Doors;
using Bridge.Console.Seats;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Bridge.Console.Desk;

/// <summary>The lobby assistant's screen. It shows and asks; what may be done is judged by the server each time.</summary>
public sealed partial class DeskPage
{
    /// <summary>A press on a picture that is older than this many beats says nothing about now.</summary>
    private static readonly long OldestBeat = (long)Freshness.StaleAfter.TotalSeconds;

    private ImmutableArray<QueueRow> _rows = [];
    private DotNetObjectReference<DeskPage>? _self;
    private IJSObjectReference? _script;
    private DeskSounds _sounds = new();
    private string? _said;
    private bool _sounding;
    private bool _left;

    [SupplyParameterFromQuery(Name = "case")]
    public long? CaseNumber { get; set; }

    public override string Path => "desk";

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    private DeskCase? Selected => Picture?.Cases.FirstOrDefault(one => one.Id == CaseNumber);

    private DeskKeys Keys => Sitting?.Keys ?? new DeskKeys();

    private string? SelectedKey => Selected is { } one ? $"case-{one.Id}" : null;

    /// <summary>A key of the keyboard, by what it asks for.</summary>
    [JSInvokable]
    public async Task KeyAsync(string act)
    {
        Seat.Stay();
        await (act switch
        {
            "answer" => ChooseAsync(_rows.FirstOrDefault(row => row.Kind == QueueKind.Call)),
            "hold" => Selected is { Ended: false } one ? ActAsync(new DeskAct.Hold(one.Id)) : Task.CompletedTask,
            "yes" => Selected?.Question is { Party: AskedParty.Household, CallBound: true } ? ActAsync(new DeskAct.Heard(Selected.Id, true)) : Task.CompletedTask,
            _ => Keys.Begins(act) is { } category ? BeginAsync(category) : Task.CompletedTask,
        });
        StateHasChanged();
    }

    /// <summary>Enter with nothing else in hand takes the row that stood on top of the screen when it was pressed, whatever has come since.</summary>
    [JSInvokable]
    public async Task TakeAsync(string row)
    {
        Seat.Stay();

        // Whoever is in hand stays in hand: a stray Enter must not put somebody else under the open key.
        if (Selected is not { Ended: false, Stage: < CaseStage.Entered })
        {
            await ChooseAsync(_rows.FirstOrDefault(one => one.Key == row));
        }

        StateHasChanged();
    }

    /// <summary>A badge or a pass was scanned: for the case in hand that waits for one, or for a new one.</summary>
    [JSInvokable]
    public async Task ScanAsync(string number)
    {
        Seat.Stay();
        if (Scan.Awaits(Selected) is not { } category)
        {
            category = Scan.CategoryOf(number);
            if (await OpenAsync(new DeskAct.OpenCase(Door, category)) is not { Case: not null })
            {
                StateHasChanged();
                return;
            }
        }

        await ActAsync(category == AdmissionCategory.PassHolder ? new DeskAct.PresentPass(CaseNumber!.Value, number) : new DeskAct.PresentBadge(CaseNumber!.Value, number));
        StateHasChanged();
    }

    /// <summary>The open key was let go.</summary>
    /// <param name="beat">Of the picture that the person saw; a press that was held up on its way comes with an old one and opens nothing.</param>
    [JSInvokable]
    public async Task PressOpenAsync(long caseNumber, long beat, long sequence)
    {
        if (Beat - beat > OldestBeat)
        {
            _said = Words["desk.open.old"];
        }
        else if (Picture?.Cases.FirstOrDefault(one => one.Id == caseNumber) is { } one)
        {
            await ActAsync(new DeskAct.PressOpen(one.Id, one.Door, null, sequence));
        }

        StateHasChanged();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await base.DisposeAsync();
        _self?.Dispose();
        try
        {
            if (_script is { } script)
            {
                await script.InvokeVoidAsync("stop");
                await script.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and its script with it.
        }
    }

    protected override bool IsFor(SeatRole role) => role is SeatRole.LobbyAssistant or SeatRole.TeamLead;

    protected override async Task OnPictureAsync(DeskView picture)
    {
        _rows = DeskQueue.Of(picture);
        if (picture.Cases.Any(one => one is { Mine: true, Ended: false }))
        {
            // Nobody is signed out with somebody standing in front of him.
            Seat.Stay();
        }

        if (_script is null)
        {
            _self = DotNetObjectReference.Create(this);
            _script = await Browser.InvokeAsync<IJSObjectReference>("import", "./_content/Bridge.Console/desk.js");
            await _script.InvokeVoidAsync("start", _self, Keys.Acts());
            CaseNumber ??= picture.Cases.LastOrDefault(one => one is { Mine: true, Ended: false })?.Id;
        }

        foreach (var sound in _sounds.Hear(picture, _rows))
        {
            await _script.InvokeVoidAsync("play", sound);
        }
    }

    private async Task<ActOutcome> ActAsync(DeskAct act)
    {
        _said = null;
        var outcome = await Source.ActAsync(act, Seat.Ended);
        if (outcome.Refusal is { } code)
        {
            _said = Words.Journalled("refusal", code);
            _left = code == ActOutcome.SignInAgain;
        }

        return outcome;
    }

    private async Task<bool> SayWhoAsync(string password)
    {
        if (!await AttendAsync(password))
        {
            return false;
        }

        (_left, _said) = (false, null);
        return true;
    }

    // A case that a call opened gets its category; otherwise it is a new one.
    private async Task BeginAsync(AdmissionCategory category)
    {
        if (Selected is { Category: AdmissionCategory.Undecided, Ended: false } undecided)
        {
            await ActAsync(new DeskAct.ChangeCategory(undecided.Id, category));
        }
        else if (Picture?.Doors is [var door, ..])
        {
            await OpenAsync(new DeskAct.OpenCase(door.Id, category));
        }
    }

    private async Task<ActOutcome> OpenAsync(DeskAct act)
    {
        var outcome = await ActAsync(act);
        CaseNumber = outcome.Case ?? CaseNumber;
        return outcome;
    }

    private async Task ChooseAsync(QueueRow? row)
    {
        _said = null;
        if (row is { Announced: { Confirmed: true } known } && await OpenAsync(new DeskAct.OpenCase(Door, AdmissionCategory.AnnouncedVisitor)) is { Case: { } visit })
        {
            await ActAsync(new DeskAct.MatchAnnouncement(visit, known.Id, known.HeadCount, NameAgrees: true));
        }
        else if (row is { Tour: { } tour } && await OpenAsync(new DeskAct.OpenCase(Door, AdmissionCategory.Tour)) is { Case: { } group })
        {
            await ActAsync(new DeskAct.PresentTour(group, tour.Id, tour.HeadCount));
        }
        else if (row is { Case: { } one })
        {
            CaseNumber = one.Id;
        }
    }

    private string Door => Picture?.Doors is [var door, ..] ? door.Id : "";

    private Task OpenAgainAsync(OpenAgainReason reason) => Selected is { } one ? ActAsync(new DeskAct.PressOpen(one.Id, one.Door, reason, 0)) : Task.CompletedTask;

    private Task<ActOutcome> FollowAsync(DeskCase ended) => OpenAsync(new DeskAct.OpenCase(ended.Door, ended.Category, ended.Id));

    private Task<ActOutcome> EmergencyAsync(EmergencyKind reason) => OpenAsync(new DeskAct.Emergency(Door, reason));

    private async Task SoundOnAsync()
    {
        if (_script is { } script)
        {
            await script.InvokeVoidAsync("soundOn");
            _sounding = true;
        }
    }
}
