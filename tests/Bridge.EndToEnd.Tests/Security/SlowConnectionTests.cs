using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Building;

namespace Bridge.EndToEnd.Tests.Security;

/// <summary>
/// Somebody opens more connections than the page has places for and says half a request on each, for good. The doors do not notice; the page is back when its
/// places are. ACCESSBRIDGE_SLOW_CONNECTIONS is how many (1000 unless given; the long form is 9000, more need a higher limit of open files).
/// </summary>
[Collection(GuardedScenes.Name)]
public sealed class SlowConnectionTests(GuardedScene scene, ITestOutputHelper output)
{
    private const int Cards = 5;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>A card's own way on a busy machine, many times over: a door that waited for the net would take as long as the siege.</summary>
    private static readonly TimeSpan CardLimit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RecoveryLimit = TimeSpan.FromSeconds(10);

    private static readonly int Connections =
        int.TryParse(Environment.GetEnvironmentVariable("ACCESSBRIDGE_SLOW_CONNECTIONS"), CultureInfo.InvariantCulture, out var count) ? count : 1000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DoNotSlowADoorAndThePageIsBackAfterThem()
    {
        var before = await CardsAsync();
        List<Socket> held = [];
        try
        {
            for (var number = 0; number < Connections; number++)
            {
                held.Add(await HalfARequestAsync());
            }

            using var turnedAway = scene.Visitor();
            var answered = await AnswersAsync(turnedAway, TimeSpan.FromSeconds(1));
            var during = await CardsAsync();
            held.ForEach(one => one.Dispose());
            var clock = Stopwatch.StartNew();
            using var visitor = scene.Visitor();
            Assert.True(await AnswersAsync(visitor, RecoveryLimit), "the page did not come back");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{Connections} half requests: a card opened after at most {before.TotalMilliseconds:0} ms before and {during.TotalMilliseconds:0} ms meanwhile ({Cards} each); "
                + $"the page {(answered ? "still answered" : "was full")} meanwhile and answered {clock.Elapsed.TotalSeconds:0.0} s after their end"));

            // The positive control: with fewer places than connections somebody was turned away, or nothing was besieged.
            Assert.False(answered, "the page was never full: this proves nothing");
            Assert.True(during < CardLimit, $"a card waited {during}");
        }
        finally
        {
            held.ForEach(one => one.Dispose());
        }
    }

    /// <summary>Half a request is given up, and its place with it.</summary>
    [Fact]
    public async Task AreGivenUp()
    {
        using var one = await HalfARequestAsync();
        var clock = Stopwatch.StartNew();
        var got = await one.ReceiveAsync(new byte[200], Token).AsTask().WaitAsync(Limit, Token);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"given up after {clock.Elapsed.TotalSeconds:0.0} s with {got} bytes"));
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(3), RecoveryLimit);
    }

    private async Task<Socket> HalfARequestAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", scene.Root.Port, Token);
        await socket.SendAsync(Encoding.ASCII.GetBytes("GET /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "), Token);
        return socket;
    }

    private static async Task<bool> AnswersAsync(PageVisitor visitor, TimeSpan limit)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < limit; await pace.WaitForNextTickAsync(Token))
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
            patience.CancelAfter(limit);
            try
            {
                using var answer = await visitor.GetAsync("/sign-in", patience.Token);
                return answer.IsSuccessStatusCode;
            }
            catch (Exception refused) when (refused is HttpRequestException or IOException || (refused is OperationCanceledException && !Token.IsCancellationRequested))
            {
                // No place: asked again.
            }
        }

        return false;
    }

    /// <summary>The longest that one of them took from card to relay.</summary>
    private async Task<TimeSpan> CardsAsync()
    {
        var door = scene.Installation.World.Doors["lobby-back"];
        var longest = TimeSpan.Zero;
        for (var card = 0; card < Cards; card++)
        {
            Assert.True(await Deadline.UntilAsync(() => door is { IsOpen: false, IsReleased: false }, Limit, Token), "the door is shut");
            var pulses = door.LockActivations.Count;
            var shown = TimeProvider.System.GetUtcNow();
            door.Wait(new Visitor(TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(200), TimeSpan.Zero));
            door.Reader!.PresentCard(Installation.Cards[card]);
            Assert.True(await Deadline.UntilAsync(() => door.LockActivations.Count > pulses, Limit, Token), $"the card opened nothing: {scene.Output}");
            var took = door.LockActivations[pulses].StartedAt - shown;
            longest = took > longest ? took : longest;
        }

        return longest;
    }
}
