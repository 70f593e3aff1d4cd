using Bridge.Console.Desk;
using Bridge.Console.Doors;
using Bridge.Console.Wording;
using Microsoft.AspNetCore.Components;

namespace Bridge.Console.Seats;

/// <summary>A page that belongs to a post: whose it is, in which language, how old what it shows is, and what became of the last act.</summary>
public abstract class SeatPage : ComponentBase
{
    [SupplyParameterFromQuery(Name = "lang")]
    public string? LanguageCode { get; set; }

    public Phrases Words { get; private set; } = Phrases.For(DisplayLanguage.Chinese);

    public SeatAccess Access { get; protected set; }

    /// <summary>Null as long as <see cref="Access"/> is not given.</summary>
    public SeatView? Sitting { get; protected set; }

    /// <summary>Grows each second; a browser that does not see it grow has lost the server.</summary>
    public long Beat { get; protected set; }

    /// <summary>What became of the last act; null before the first one and while one is on its way.</summary>
    public ActOutcome? Answer { get; private set; }

    /// <summary>An act is on its way: its key must not be pressed twice.</summary>
    public bool Waiting { get; private set; }

    /// <summary>When what is shown was true; null before the first picture.</summary>
    public abstract DateTimeOffset? ObservedAt { get; }

    /// <summary>Of the page, from the root, without its query.</summary>
    public abstract string Path { get; }

    /// <summary>Never negative: a wall clock set back makes a picture young, not impossible.</summary>
    public TimeSpan Age => ObservedAt is { } seen && Clock.GetUtcNow() is var now && now > seen ? now - seen : TimeSpan.Zero;

    /// <summary>What is older says nothing about now: nothing may be answered from it.</summary>
    public bool IsStale => Age > Freshness.StaleAfter;

    /// <summary>Where the person at the page has to go when it is not his.</summary>
    public string SignInAddress =>
        $"sign-in?then={Uri.EscapeDataString($"/{Path}?lang={Words.Language.Code()}")}&lang={Words.Language.Code()}";

    [Inject]
    protected ISeat Seat { get; set; } = null!;

    [Inject]
    protected TimeProvider Clock { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    // Who has no business here is sent away in his language before the page has had its parameters.
    protected override void OnInitialized() => OnParametersSet();

    protected override void OnParametersSet() => Words = Phrases.For(DisplayLanguages.FromCode(LanguageCode));

    protected abstract bool IsFor(SeatRole role);

    /// <summary>Does one act at a time; a press while another one is on its way does nothing.</summary>
    protected async Task<ActOutcome?> AskAsync(Func<CancellationToken, Task<ActOutcome>> act)
    {
        if (Waiting || Access != SeatAccess.Given || IsStale)
        {
            return null;
        }

        (Waiting, Answer) = (true, null);
        try
        {
            return Answer = await act(Seat.Ended);
        }
        finally
        {
            Waiting = false;
        }
    }

    /// <summary>Who sits here after a while says who he is; what was refused may be pressed again then. False for a wrong password.</summary>
    internal async Task<bool> AttendAsync(string password)
    {
        if (!await Seat.AttendAsync(password, Seat.Ended))
        {
            return false;
        }

        ForgetAnswer();
        return true;
    }

    protected void ForgetAnswer() => Answer = null;
}
