using Bridge.Devices.Osdp.Polling;
using Kind = Bridge.Devices.Osdp.Polling.PeripheralInputKind;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>A reader's life as a list of inputs to the transition table.</summary>
internal sealed class TableRun(bool isSecure = true)
{
    private const PeripheralFeatures All = PeripheralFeatures.Inputs | PeripheralFeatures.Outputs | PeripheralFeatures.Readers | PeripheralFeatures.Led;

    public PeripheralRules Rules { get; } = new(isSecure, TimeSpan.FromMilliseconds(100));

    public PeripheralState State { get; private set; }

    /// <summary>Of the latest input.</summary>
    public PeripheralActions Actions { get; private set; }

    public List<PeripheralActions> History { get; } = [];

    public TimeSpan Now { get; private set; } = TimeSpan.FromSeconds(100);

    public static TableRun Online(bool isSecure = true) => new TableRun(isSecure).To(PeripheralPhase.Online);

    public TableRun Do(Kind kind, double afterSeconds = 0, bool isPoll = true, PeripheralFeatures features = All)
    {
        Now += TimeSpan.FromSeconds(afterSeconds);
        (State, Actions) = PeripheralTable.Next(Rules, State, new PeripheralInput(kind, Now, isPoll, features));
        History.Add(Actions);
        return this;
    }

    /// <summary>One exchange.</summary>
    public TableRun Exchange(Kind kind, double afterSeconds = 0.01, bool isPoll = true) => Do(Kind.Sent, isPoll: isPoll).Do(kind, afterSeconds, isPoll);

    /// <summary>Exchanges as they are due, until a moment.</summary>
    public TableRun Repeat(Kind kind, double untilSeconds)
    {
        var end = Now + TimeSpan.FromSeconds(untilSeconds);
        while (Now < end && State.Due < end)
        {
            Now = State.Due > Now ? State.Due : Now;
            _ = State.IsGivenUp(Now) ? Do(Kind.Silence) : Exchange(kind, 0.25);
        }

        return this;
    }

    public TableRun To(PeripheralPhase phase)
    {
        for (var steps = 0; State.Phase != phase; steps++)
        {
            Assert.True(steps < 20, $"stuck in {State.Phase} on the way to {phase}");
            Exchange(Kind.Answered);
        }

        return this;
    }
}
