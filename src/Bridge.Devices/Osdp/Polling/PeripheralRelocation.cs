using Bridge.Devices.Doors;
using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Messages.Replies;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>Follows a reader that a person sends to another address or speed, and looks for it at both places when it is not heard at the new one.</summary>
internal sealed class PeripheralRelocation(PeripheralPlan plan, PeripheralMemory memory, OsdpWire wire)
{
    private PeripheralPlace Here(int unknownSpeed) => new(plan.Address, wire.BitsPerSecond > 0 ? wire.BitsPerSecond : unknownSpeed);

    /// <param name="com">What the reader says it will use, which need not be what it was asked for; empty when its answer was lost.</param>
    public void Begin(PendingCommand pending, ReadOnlySpan<byte> com)
    {
        var asked = (DeviceCommand.SetCommunication)pending.Command;
        var isKnown = ComReply.Read(com, out var said) == ReplyRefusal.None;
        var to = isKnown ? new PeripheralPlace(said.Address, said.BitsPerSecond) : new PeripheralPlace(asked.Address, asked.BitsPerSecond);
        memory.Move = new PeripheralMove(pending, Here(to.BitsPerSecond), to);
        if (isKnown)
        {
            GoTo(to);
        }
    }

    /// <summary>That was the answer to the command that sends it away. Hears of each answer: the first at either place ends the search.</summary>
    public bool HasLeft(OsdpCommandCode answered)
    {
        if (memory.Move is not { } move)
        {
            return false;
        }

        if (answered == OsdpCommandCode.Comset)
        {
            return true;
        }

        move.Found(Here(move.To.BitsPerSecond));
        memory.Move = null;
        return false;
    }

    /// <summary>Before each turn: one that is away is asked at the other place.</summary>
    public void LookAround(in PeripheralState state)
    {
        if (memory.Move is { } move && state is { Phase: PeripheralPhase.Offline, IsOutstanding: false })
        {
            GoTo(move.Other(Here(move.To.BitsPerSecond)));
        }
    }

    private void GoTo(PeripheralPlace place)
    {
        plan.Address = place.Address;
        if (wire.BitsPerSecond > 0 && place.BitsPerSecond != wire.BitsPerSecond)
        {
            plan.Speed = place.BitsPerSecond;
            wire.GiveUp();
        }
    }
}
