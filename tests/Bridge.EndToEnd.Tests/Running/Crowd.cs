using System.Diagnostics;
using Bridge.Simulators.Building;

namespace Bridge.EndToEnd.Tests.Running;

/// <summary>People at all doors at once, twenty cards a second: one in eight is a resident who goes in, the others hold a card that nobody knows.</summary>
internal sealed class Crowd(World world, int seed) : IVisitors
{
    public const int ReadsPerSecond = 20;
    private const int OneResidentIn = 8;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1) / ReadsPerSecond;
    private static readonly Visitor Resident = new(
        Patience: TimeSpan.FromSeconds(2), Reaction: TimeSpan.FromMilliseconds(200), Passage: TimeSpan.FromMilliseconds(500), HoldFor: TimeSpan.Zero);

    private readonly Random random = new(seed);
    private int presented;

    /// <summary>Cards shown so far.</summary>
    public int Presented => Volatile.Read(ref presented);

    /// <summary>Goes on until it is cancelled. A machine that lags gets what is due at once, so that the rate holds.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pace);
        var clock = Stopwatch.StartNew();
        while (await NextAsync(timer, cancellationToken))
        {
            while (presented < clock.Elapsed / Pace)
            {
                Present();
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Present()
    {
        var door = world.Doors.Values.ElementAt(random.Next(world.Doors.Count));
        var isResident = random.Next(OneResidentIn) == 0;
        door.Reader!.PresentCard(isResident ? Installation.Cards[random.Next(Installation.Cards.Count)] : Installation.UnknownCard);
        if (isResident)
        {
            door.Wait(Resident);
        }

        Volatile.Write(ref presented, presented + 1);
    }
}
