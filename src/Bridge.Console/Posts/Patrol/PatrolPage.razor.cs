using Bridge.Console.Seats;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Bridge.Console.Posts.Patrol;

/// <summary>The patrol's phone. How a task ended goes through the phone's own store, so that a key pressed in a lift shaft is not lost.</summary>
public sealed partial class PatrolPage
{
    private DotNetObjectReference<PatrolPage>? _self;
    private IJSObjectReference? _phone;

    public override string Path => "patrol";

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    /// <summary>For the phone: what it kept. The answer says what it may do with it: forget it, or tell it again.</summary>
    [JSInvokable]
    public async Task<string> SendAsync(long task, string result, DateTimeOffset at)
    {
        if (!Enum.TryParse<PatrolResult>(result, out var known) || !Enum.IsDefined(known))
        {
            return "refused";
        }

        var outcome = await AskAsync(stop => Source.FinishAsync(task, known, at, stop));
        StateHasChanged();
        return outcome switch
        {
            { Done: true } => "sent",
            null or { Refusal: "signed_out" or "journal_unavailable" } => "later",
            _ => "refused",
        };
    }

    /// <summary>For the phone: it is there.</summary>
    [JSInvokable]
    public Task BeatAsync() => Access == SeatAccess.Given ? Source.HeardAsync(Seat.Ended) : Task.CompletedTask;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _self?.Dispose();
    }

    protected override bool IsFor(SeatRole role) => role == SeatRole.Patrol;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_self is null && Access == SeatAccess.Given)
        {
            _self = DotNetObjectReference.Create(this);
            _phone = await Script.InvokeAsync<IJSObjectReference>("import", "./_content/Bridge.Console/patrol.js");
            await _phone.InvokeVoidAsync("attach", _self);
        }

        await base.OnAfterRenderAsync(firstRender);
    }

    private async Task StepAsync(long task, PatrolStep step) => await AskAsync(stop => Source.StepAsync(task, step, stop));
}
