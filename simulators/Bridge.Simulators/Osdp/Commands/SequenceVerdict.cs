namespace Bridge.Simulators.Osdp.Commands;

internal enum SequenceVerdict
{
    /// <summary>The command after the last one.</summary>
    Next,

    /// <summary>The last command, byte for byte: its reply has been lost.</summary>
    Repeated,

    /// <summary>Number 0: the control panel starts anew.</summary>
    Restart,

    /// <summary>Neither; also another command under the number of the last one.</summary>
    Unexpected,
}
