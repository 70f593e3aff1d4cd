using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Messages.Commands;
using Bridge.Devices.Osdp.Security;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>The frame that is out, or was last. Kept as bytes: a repeat is the same bytes, never made anew.</summary>
internal sealed class CommandFrame(PeripheralPlan plan, PeripheralChannel channel)
{
    private static readonly IOsdpCommand Id = default(IdCommand);
    private static readonly IOsdpCommand Cap = default(CapCommand);
    private static readonly IOsdpCommand LocalStatus = DatalessCommand.LocalStatus;
    private static readonly IOsdpCommand InputStatus = DatalessCommand.InputStatus;
    private static readonly IOsdpCommand OutputStatus = DatalessCommand.OutputStatus;
    private static readonly IOsdpCommand ReaderStatus = DatalessCommand.ReaderStatus;
    private static readonly IOsdpCommand Size = new AcuRxSizeCommand(FrameLayout.LongestFrame);
    private static readonly IOsdpCommand Poll = DatalessCommand.Poll;

    /// <summary>One byte more than a frame, for the mark before it.</summary>
    private readonly byte[] _bytes = new byte[FrameLayout.LongestFrame + 1];
    private readonly byte[] _data = new byte[FrameLayout.LongestFrame];
    private int _length;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public OsdpCommandCode Code { get; private set; }

    public bool IsPoll => Code == OsdpCommandCode.Poll;

    /// <summary>CHLNG, the beginning of a handshake.</summary>
    public void MakeChallenge(in PeripheralState state, ReaderKey key, KeySelector selector)
    {
        Code = OsdpCommandCode.Chlng;
        _length = channel.WriteChallenge(_bytes, Header(state), key, selector);
    }

    /// <param name="work">What the host wants done; null for POLL. Only of use to a reader that is online, or is to have another key.</param>
    public void Make(in PeripheralState state, IOsdpCommand? work)
    {
        var header = Header(state);
        switch (state.Phase)
        {
            case PeripheralPhase.Cryptogram:
                Code = OsdpCommandCode.Scrypt;
                _length = channel.WriteServerCryptogram(_bytes, header);
                break;
            default:
                Make(header, OfPhase(state.Phase) ?? work ?? Poll);
                break;
        }
    }

    private void Make(FrameHeader header, IOsdpCommand command)
    {
        var data = _data.AsSpan(0, command.Length);
        command.WriteTo(data);
        Code = command.Code;
        _length = channel.IsUp ? channel.Seal(_bytes, header, command.Code, data) : FrameBuilder.Write(_bytes, header, (byte)command.Code, data);

        // A key is among what passes here.
        data.Clear();
    }

    private FrameHeader Header(in PeripheralState state) => new(plan.Address, state.Sequence, UsesCrc: !state.UsesChecksum, LeadingMark: true);

    private static IOsdpCommand? OfPhase(PeripheralPhase phase) => phase switch
    {
        PeripheralPhase.ReadCapabilities or PeripheralPhase.ConfirmCapabilities => Cap,
        PeripheralPhase.AnnounceSize => Size,
        PeripheralPhase.ReadLocalStatus => LocalStatus,
        PeripheralPhase.ReadInputs => InputStatus,
        PeripheralPhase.ReadOutputs => OutputStatus,
        PeripheralPhase.ReadReaders => ReaderStatus,
        PeripheralPhase.RestoreIndicator => OsdpFeedback.Lasting,
        PeripheralPhase.Online or PeripheralPhase.SetKey => null,
        _ => Id,
    };
}
