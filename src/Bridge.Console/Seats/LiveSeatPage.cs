using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Bridge.Console.Seats;

/// <summary>A post's page that follows its source for as long as it is open and the person may see it.</summary>
public abstract class LiveSeatPage<TSource, TPicture> : SeatPage, IAsyncDisposable
    where TSource : class, IPictureSource<TPicture>
    where TPicture : class, IPicture
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _closed = new();
    private bool _followed;

    public sealed override DateTimeOffset? ObservedAt => Picture?.ObservedAt;

    /// <summary>Null before the first one, and as soon as the person may not see it any more.</summary>
    protected TPicture? Picture { get; private set; }

    protected TSource Source { get; private set; } = null!;

    [Inject]
    private IServiceProvider Parts { get; set; } = null!;

    public virtual async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _closed.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override Task OnInitializedAsync() => FindSeatAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Access == SeatAccess.Given)
        {
            // Only when the browser has answered that it has drawn this does the framework come here.
            Seat.Shown();
        }

        if (_followed || Access != SeatAccess.Given)
        {
            return;
        }

        _followed = true;
        await SitAsync();
        if (!_closed.IsCancellationRequested)
        {
            // The right to see it is over: the page is empty before anything else is asked.
            (Picture, Sitting, Access) = (null, null, SeatAccess.Asking);
            StateHasChanged();
            await FindSeatAsync();
            StateHasChanged();
        }
    }

    /// <summary>A picture has come.</summary>
    protected virtual Task OnPictureAsync(TPicture picture) => Task.CompletedTask;

    /// <summary>A second has passed.</summary>
    protected virtual void OnBeat()
    {
    }

    private async Task FindSeatAsync()
    {
        Sitting = await Seat.FindAsync(_closed.Token);
        var source = Parts.GetService<TSource>();
        Access = (Sitting, source) switch
        {
            (null, _) => SeatAccess.Ended,
            ({ Role: var role }, _) when !IsFor(role) => SeatAccess.OtherPost,
            (_, null) => SeatAccess.NoDesk,

            // A page that was taken away once is asked for anew.
            _ => _followed ? SeatAccess.Ended : SeatAccess.Given,
        };
        if (source is not null)
        {
            Source = source;
        }

        if (Access == SeatAccess.Ended)
        {
            Sitting = null;
            Navigation.NavigateTo(SignInAddress, forceLoad: true);
        }
    }

    private async Task SitAsync()
    {
        using var sitting = CancellationTokenSource.CreateLinkedTokenSource(_closed.Token, Seat.Ended);
        var ticking = TickAsync(sitting.Token);
        try
        {
            await foreach (var picture in Source.WatchAsync(sitting.Token))
            {
                Picture = picture;
                await OnPictureAsync(picture);
                StateHasChanged();
            }
        }
        catch (OperationCanceledException) when (sitting.IsCancellationRequested)
        {
            // The page was closed, or the session ended.
        }

        await sitting.CancelAsync();
        await ticking;
    }

    /// <summary>Ages grow while nothing happens: a picture that stopped must look stopped.</summary>
    private async Task TickAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Step, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                Beat++;
                OnBeat();
                StateHasChanged();
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The page was closed, or the session ended.
        }
    }
}
