using Bridge.Console.Wording;
using Microsoft.AspNetCore.Components;

namespace Bridge.Console.Doors;

/// <summary>A page that follows the board for as long as it is open.</summary>
public abstract class LivePage : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _closed = new();

    [SupplyParameterFromQuery(Name = "lang")]
    public string? LanguageCode { get; set; }

    [Inject]
    protected IDoorBoard Source { get; set; } = null!;

    [Inject]
    protected TimeProvider Clock { get; set; } = null!;

    protected DoorBoardView Board { get; private set; } = null!;

    protected Phrases Words { get; private set; } = null!;

    protected TimeSpan Age => Freshness.Age(Board, Clock.GetUtcNow());

    protected override void OnInitialized() => Board = Source.Current;

    protected override void OnParametersSet() => Words = Phrases.For(DisplayLanguages.FromCode(LanguageCode));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            await Task.WhenAll(FollowAsync(_closed.Token), TickAsync(_closed.Token));
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            // The page was closed.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _closed.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        await foreach (var board in Source.WatchAsync(cancellation))
        {
            Board = board;
            StateHasChanged();
        }
    }

    /// <summary>Ages grow while nothing happens: a picture that stopped must look stopped.</summary>
    private async Task TickAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Step, Clock);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            StateHasChanged();
        }
    }
}
