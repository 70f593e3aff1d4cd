using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Building;
using Bridge.Simulators.Osdp;

namespace Bridge.EndToEnd.Tests.Readers;

/// <summary>
/// People at the OSDP readers, two a second at each, every one with a card of his own. Every fourth card opens, so that no door is opened again while its
/// lock is on. Nobody shows a card to a reader that has been given up: it would not even read it.
/// </summary>
internal sealed class CardHolders(World world, NumberedCards cards) : IVisitors
{
    public const int ReadsPerSecond = 2;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1) / ReadsPerSecond;
    private int turns;
    private int open;
    private int blocked;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pace);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                turns++;
                foreach (var reader in world.Readers.Values)
                {
                    ShowNext(reader);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // They go home.
        }
    }

    private void ShowNext(OsdpReader reader)
    {
        if (reader.IsOnline)
        {
            reader.PresentCard(turns % NumberedCards.OneOpenIn == 0 ? cards.Open[open++] : cards.Blocked[blocked++]);
        }
    }
}
