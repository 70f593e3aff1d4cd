using Bridge.Devices.Doors;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>A reader on its way to another address or speed: the two places where it may be, and the person who waits to hear of it.</summary>
internal sealed class PeripheralMove(PendingCommand pending, PeripheralPlace from, PeripheralPlace to)
{
    /// <summary>Looks at each place in turn before the person is told that it is not found; the looking goes on.</summary>
    private const int MostChanges = 6;

    private int _changes;

    public PeripheralPlace To => to;

    /// <summary>The place to look at next.</summary>
    public PeripheralPlace Other(PeripheralPlace here)
    {
        if (++_changes == MostChanges)
        {
            pending.Complete(new CommandResult.OutcomeUnknown($"it is heard neither at {to} nor at {from}; both are tried on"));
        }

        return here == to ? from : to;
    }

    public void Found(PeripheralPlace here) => pending.Complete(here == to
        ? new CommandResult.Confirmed()
        : new CommandResult.Rejected($"it is where it was, at {here}"));
}
