using Bridge.Devices.Intercoms;
using Kind = Bridge.Devices.Intercoms.IntercomCallKind;

namespace Bridge.Devices.Tests.Intercoms;

public sealed class CallBookTests
{
    private readonly CallBook _book = new(new DeviceId("gate"));
    private uint _sequence;

    [Fact]
    public void ANewCallAtThePanelEndsTheOneWhoseEndWasLost()
    {
        Take("P1", "1", Kind.Started);
        var told = Take("P1", "2", Kind.Started);
        Assert.Equal([("1", Kind.Ended, (IntercomEndReason?)IntercomEndReason.Stale), ("2", Kind.Started, null)], told.Select(each => (each.CallId, each.Kind, each.Reason)));
        Assert.Empty(Take("P1", "1", Kind.UnlockRequested));
        Assert.Empty(Take("P1", "1", Kind.Ended));
    }

    [Fact]
    public void TwoPanelsCallAtOnceWithoutCrossing()
    {
        Take("P1", "1", Kind.Started);
        Take("P2", "1", Kind.Started);
        Take("P1", "1", Kind.Ringing);
        Assert.Single(Take("P1", "1", Kind.UnlockRequested));
        Assert.Empty(Take("P2", "1", Kind.UnlockRequested));
        Assert.Equal("P2", Assert.Single(_book.EndAll(IntercomEndReason.Fault, 0), call => call.Panel.Point == "P2").Panel.Point);
        Assert.Empty(_book.EndAll(IntercomEndReason.Fault, 0));
    }

    [Fact]
    public void AnUnlockOrAKeyDoesNotPutTheWatchdogOff()
    {
        Take("P1", "1", Kind.Started);
        Take("P1", "1", Kind.Ringing);
        Take("P1", "1", Kind.UnlockRequested, at: 50);
        Take("P1", "1", Kind.KeyPressed, at: 55);
        Assert.Equal(TimeSpan.FromSeconds(60), _book.NextLimit);
        Assert.Empty(_book.Expire(TimeSpan.FromSeconds(59.9), 0));
        Assert.Equal(IntercomEndReason.Stale, Assert.Single(_book.Expire(TimeSpan.FromSeconds(60), 0)).Reason);
        Assert.Empty(_book.Expire(TimeSpan.FromSeconds(120), 0));
    }

    [Fact]
    public void ALateUnlockOfAnEndedCallIsNotTakenForOneOutsideOfACall()
    {
        Take("P1", "1", Kind.Started);
        Take("P1", "1", Kind.Ringing);
        Take("P1", "1", Kind.Ended);
        Assert.Empty(Take("P1", "1", Kind.UnlockRequested));
    }

    [Fact]
    public void WhateverComesEveryCallThatStartedEndsOnce()
    {
        const int seed = 20260;
        var random = new Random(seed);
        var told = new List<DeviceEvent.IntercomCall>();
        for (var step = 0; step < 200_000; step++)
        {
            var now = step * 0.5;
            told.AddRange(_book.Expire(TimeSpan.FromSeconds(now), 0));
            told.AddRange(random.Next(2000) == 0
                ? _book.EndAll(IntercomEndReason.Fault, 0)
                : Take($"P{random.Next(3)}", $"{step / 40}-{random.Next(3)}", (Kind)random.Next(Enum.GetValues<Kind>().Length), now));
        }

        told.AddRange(_book.EndAll(IntercomEndReason.Fault, 0));
        var open = new HashSet<(string, string)>();
        foreach (var call in told)
        {
            var name = (call.Panel.Point, call.CallId);
            Assert.True(
                call.Kind switch
                {
                    Kind.Started => open.Add(name),
                    Kind.Ended => open.Remove(name),
                    Kind.UnlockRequested or Kind.UnlockMissed or Kind.KeyPressed => true,
                    _ => open.Contains(name),
                },
                $"seed {seed}: {call}");
        }

        Assert.Empty(open);
        Assert.InRange(told.Count(call => call.Kind == Kind.Started), 1000, 200_000);
    }

    private IReadOnlyList<DeviceEvent.IntercomCall> Take(string panel, string call, Kind kind, double at = 0) =>
        _book.Take(new IntercomSign(panel, "1203", call, ++_sequence, kind), TimeSpan.FromSeconds(at), 0);
}
