using Bridge.Devices;
using Bridge.Host.Runtime;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Translation;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Tests.Runtime;

public sealed class LineSupervisorTests : IDisposable
{
    private static readonly DeviceId Device = Tower.Device(Tower.Lobby);

    private readonly LogBook log = new();
    private readonly InstantTime time = new();
    private readonly EngineQueue queue = new(4);
    private readonly FakeLine line = new("tower");
    private readonly FireRelease fire;
    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public LineSupervisorTests() => fire = new FireRelease(new LineSet(), time, log.For<FireRelease>());

    private LineSupervisor Supervisor => new(line, new WiringIndex(Tower.Wiring), queue, fire, time, log.For<LineSupervisor>());

    public void Dispose()
    {
        stop.Dispose();
        fire.Dispose();
        log.Dispose();
    }

    [Fact]
    public async Task ABrokenLineIsLoggedOnceWhenItBreaksAndOnceWhenItHeals()
    {
        await RunAsync(
            new LineEnd.OpenFailed("no such port"), new LineEnd.OpenFailed("no such port"), new LineEnd.OpenFailed("busy"), new LineEnd.OpenFailed("no such port"),
            Online(), new LineEnd.LinkLost("unplugged"), new LineEnd.OpenFailed("no such port"), Online());
        Assert.Equal(
            ["Line tower is down: no such port. Trying again until it is back", "Line tower is down: unplugged. Trying again until it is back"],
            log.At(LogLevel.Error));
        Assert.Equal(2, log.At(LogLevel.Information).Count(text => text == "Line tower is back"));
    }

    [Fact]
    public async Task ItIsTriedForEverWithPausesThatGrowToFiveSeconds()
    {
        await RunAsync([.. Enumerable.Repeat<object>(new LineEnd.OpenFailed("no such port"), 500)]);
        Assert.Equal(501, line.Runs);
        Assert.Single(log.At(LogLevel.Error));
        Assert.All(time.Waits, pause => Assert.InRange(pause, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(5)));
        Assert.True(time.Waits[^1] > TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task ABugInADriverIsLoudAndTheLineStartsAgain()
    {
        await RunAsync(new InvalidOperationException("a bug"), new InvalidOperationException("a bug"), Online());
        Assert.Equal(2, log.At(LogLevel.Critical).Count());
        Assert.Equal(4, line.Runs);
        Assert.False(stop.Token.IsCancellationRequested && Supervisor.Down);
    }

    [Fact]
    public async Task WhatADeviceIsRemarkedForIsLogged()
    {
        await RunAsync(Telling(new DeviceEvent.Remark(Device, 0, DeviceRemark.EventsLost, "its memory overflowed")));
        Assert.Contains("lobby-lock: EventsLost: its memory overflowed", log.At(LogLevel.Warning));
        Assert.Equal(0, queue.Waiting);
    }

    [Theory]
    [InlineData(DeviceRemark.SecurityFailed, LogLevel.Warning)]
    [InlineData(DeviceRemark.Replaced, LogLevel.Warning)]
    [InlineData(DeviceRemark.AddressClash, LogLevel.Warning)]
    [InlineData(DeviceRemark.Faulty, LogLevel.Warning)]
    [InlineData(DeviceRemark.Restored, LogLevel.Information)]
    public async Task WhetherAReaderIsToBeTrustedIsTheEnginesBusinessToo(DeviceRemark kind, LogLevel level)
    {
        await RunAsync(Telling(new DeviceEvent.Remark(Device, 0, kind, "as told")));
        Assert.Contains($"lobby-lock: {kind}: as told", log.At(level));
        Assert.Equal(1, queue.Waiting);
    }

    [Fact]
    public async Task ARemarkThatTheEngineHasNoRoomForIsKeptAndSaidOnceItHas()
    {
        List<bool> taken = [];
        await RunAsync(Telling(told =>
        {
            for (var offers = 0; offers < 5; offers++)
            {
                taken.Add(told(new DeviceEvent.Remark(Device, 0, DeviceRemark.Replaced, $"as told {offers}")));
            }
        }));
        Assert.Equal([true, true, true, true, false], taken);
        Assert.DoesNotContain("lobby-lock: Replaced: as told 4", log.At(LogLevel.Warning));
    }

    [Fact]
    public async Task AFullEngineHoldsTheLineBackAndNotTheFire()
    {
        List<bool> taken = [];
        await RunAsync(Telling(told =>
        {
            for (var filler = 0; filler < 4; filler++)
            {
                taken.Add(told(new DeviceEvent.InputRead(Tower.Point(Tower.Lobby, "rex"), 0, PointReading.On)));
            }

            taken.Add(told(new DeviceEvent.InputRead(Tower.FirePoint, 1, PointReading.On)));
        }));
        Assert.Equal([true, true, true, true, false], taken);
        Assert.True(fire.Active);
    }

    /// <summary>Only the policy can end a release: it must hear of the alarm, or nobody can ever end it.</summary>
    [Fact]
    public async Task AnAlarmThatIsOverBeforeTheEngineHasRoomReachesItAllTheSame()
    {
        await RunAsync(Telling(told =>
        {
            for (var filler = 0; filler < 4; filler++)
            {
                told(new DeviceEvent.InputRead(Tower.Point(Tower.Lobby, "rex"), 0, PointReading.On));
            }

            Assert.False(told(new DeviceEvent.InputRead(Tower.FirePoint, 1, PointReading.On)));
            Assert.False(told(new DeviceEvent.InputRead(Tower.FirePoint, 2, PointReading.Off)));
            while (queue.Reader.TryRead(out _))
            {
            }

            Assert.True(told(new DeviceEvent.InputRead(Tower.FirePoint, 3, PointReading.Off)));
        }));
        List<PointReading> heard = [];
        while (queue.Reader.TryRead(out var item))
        {
            heard.Add(Assert.IsType<DeviceEvent.InputRead>(Assert.IsType<EngineItem.FromDevice>(item).Event).Reading);
        }

        Assert.Equal([PointReading.On, PointReading.Off], heard);
    }

    public static TheoryData<PointReading, bool, string> FireReadings => new()
    {
        { PointReading.On, true, "an alarm" },
        { PointReading.Off, false, "all is quiet" },
        { PointReading.Fault, false, "a cut wire is told and releases nothing by itself" },
        { PointReading.Unknown, false, "a lost input releases nothing" },
    };

    [Theory, MemberData(nameof(FireReadings))]
    public async Task OnlyAnAlarmReleases(PointReading reading, bool released, string why)
    {
        await RunAsync(Telling(new DeviceEvent.InputRead(Tower.FirePoint, 0, reading)));
        Assert.True(fire.Active == released, why);
    }

    [Fact]
    public async Task OurOwnHangingUpAlarmsNobody()
    {
        using var ended = new CancellationTokenSource();
        line.Session = async _ =>
        {
            Assert.True(line.Tell(new DeviceEvent.Offline(Device, 0, "silent")));
            await ended.CancelAsync();
            Assert.True(line.Tell(new DeviceEvent.Offline(Device, 0, "we stop")));
            return new LineEnd.Stopped();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Supervisor.RunAsync(ended.Token));
        Assert.Equal(1, queue.Waiting);
    }

    private static object Online() => Telling(new DeviceEvent.Online(Device, 0));

    private static object Telling(DeviceEvent told) => Telling(tell => tell(told));

    private static Action<Func<DeviceEvent, bool>> Telling(Action<Func<DeviceEvent, bool>> tell) => tell;

    // One session after the other ends as the script says, or tells something and then ends; after the last the supervisor is stopped.
    private async Task RunAsync(params object[] sessions)
    {
        line.Session = async token =>
        {
            if (line.Runs > sessions.Length)
            {
                await stop.CancelAsync();
                return new LineEnd.Stopped();
            }

            switch (sessions[line.Runs - 1])
            {
                case LineEnd end:
                    return end;
                case Exception bug:
                    throw bug;
                case Action<Func<DeviceEvent, bool>> tell:
                    tell(line.Tell);
                    return new LineEnd.Stopped();
                case var other:
                    throw new InvalidOperationException(other.ToString());
            }
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Supervisor.RunAsync(stop.Token));
    }
}
