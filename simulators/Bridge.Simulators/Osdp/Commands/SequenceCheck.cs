using Bridge.Simulators.Osdp.Wire;

namespace Bridge.Simulators.Osdp.Commands;

/// <summary>
/// The reader's own view of the sequence numbers, with the last command and the reply to it. A repetition is recognised by all of its bytes: one that has
/// only the number of the last command is another command, and executing neither of the two would be seen by nobody.
/// </summary>
internal sealed class SequenceCheck
{
    private const int Last = 3;
    private byte[]? _command;
    private int _sequence;

    /// <summary>The reply to the last command.</summary>
    public byte[] Reply { get; private set; } = [];

    public SequenceVerdict Judge(CommandFrame command)
    {
        if (command.Sequence == 0)
        {
            return SequenceVerdict.Restart;
        }

        if (_command is null)
        {
            return SequenceVerdict.Unexpected;
        }

        if (command.Sequence == _sequence)
        {
            return command.Bytes.SequenceEqual(_command) ? SequenceVerdict.Repeated : SequenceVerdict.Unexpected;
        }

        return command.Sequence == (_sequence % Last) + 1 ? SequenceVerdict.Next : SequenceVerdict.Unexpected;
    }

    public void Remember(CommandFrame command, byte[] reply)
    {
        _command = command.Bytes.ToArray();
        _sequence = command.Sequence;
        Reply = reply;
    }

    public void Forget()
    {
        _command = null;
        Reply = [];
    }
}
