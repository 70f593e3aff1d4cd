using Bridge.Devices.Doors;
using Bridge.Devices.Osdp.Cards;
using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Messages.Replies;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>What a believed report carries: cards and keys on their way to the host, status on its way to the points.</summary>
internal sealed class ReportIntake(PeripheralPlan plan, PeripheralMemory memory, PeripheralPoints points, MonotonicClock clock)
{
    private readonly CardDecoder _cards = new(CardFormats.Of(plan.Definition.CardFormats));
    private readonly KeypadBuffer _keypad = new(plan.Definition.Keypad);
    private TimeSpan _emptyAt;
    private bool _wasEmpty;
    private bool _isDrained;

    /// <summary>The last status report said that the power had been gone.</summary>
    public bool SawPowerFault { get; private set; }

    /// <summary>
    /// After each (re)connection: what a reader kept meanwhile has no date. Reads are told as queued until a POLL has once been answered with
    /// nothing to report; from then on what it tells has happened since.
    /// </summary>
    public void Reconnected()
    {
        _isDrained = false;
        _keypad.Wipe();
    }

    /// <summary>A POLL was answered with nothing to report.</summary>
    /// <param name="asked">When the POLL was sent: what came later may have waited since then.</param>
    public void Drained(TimeSpan asked)
    {
        _isDrained = true;
        _wasEmpty = true;
        _emptyAt = asked;
    }

    /// <summary>True when the report holds a whole credential, so that the reader must keep it until it is stored.</summary>
    public bool TakeCredential(OsdpReplyCode code, ReadOnlySpan<byte> data) => code switch
    {
        OsdpReplyCode.Raw => TakeCard(data),
        OsdpReplyCode.Keypad => TakeKeys(data),
        OsdpReplyCode.Fmt => TakeCharacters(data),
        _ => false,
    };

    public void TakeStatus(OsdpReplyCode code, ReadOnlySpan<byte> data)
    {
        SawPowerFault = false;
        switch (code)
        {
            case OsdpReplyCode.LstatR when LstatReply.Read(data, out var local) == ReplyRefusal.None:
                SawPowerFault = local.HasPowerFault;
                points.Take(local);
                break;
            case OsdpReplyCode.IstatR when IstatReply.Read(data, out var inputs) == ReplyRefusal.None:
                points.Take(inputs);
                break;
            case OsdpReplyCode.OstatR when OstatReply.Read(data, out var outputs) == ReplyRefusal.None:
                points.Take(outputs);
                break;
            case OsdpReplyCode.RstatR when RstatReply.Read(data, out var heads) == ReplyRefusal.None:
                points.Take(heads);
                break;
            default:
                memory.Said.Remark(DeviceRemark.Nonsense, $"a report 0x{(byte)code:X2} that makes no sense", clock.Timestamp);
                break;
        }
    }

    private bool TakeCard(ReadOnlySpan<byte> data)
    {
        var refusal = RawReply.Read(data, out var reply);
        if (refusal != ReplyRefusal.None)
        {
            return Lost($"a card report is refused: {refusal}");
        }

        return _cards.Decode(reply) switch
        {
            CardReading.Known(_, _, _, var card) => Take(card),
            CardReading.Opaque(var card) => Take(card),
            CardReading.BadParity(var format) => Lost($"a card was misread: the parity of {format.Name} is wrong"),
            _ => throw new InvalidOperationException("An unknown reading of a card."),
        };
    }

    /// <summary>
    /// Digits are let go of at once: half a PIN is worth nothing to anybody, and whoever typed it types it again. The key that completes a PIN makes it a
    /// credential like a card.
    /// </summary>
    private bool TakeKeys(ReadOnlySpan<byte> data)
    {
        var refusal = KeypadReply.Read(data, out var reply);
        return refusal == ReplyRefusal.None ? Press(reply.Keys) : Lost($"a key report is refused: {refusal}");
    }

    private bool TakeCharacters(ReadOnlySpan<byte> data)
    {
        if (FmtReply.Read(data, out var reply) != ReplyRefusal.None)
        {
            return Lost("a character report is refused");
        }

        // Some keypads send keys this way, one in each report; a card has more.
        return reply.Characters.Length == 1
            ? Press(reply.Characters)
            : Take(new CredentialData.Card(reply.Characters.ToArray(), 8 * reply.Characters.Length));
    }

    private bool Press(ReadOnlySpan<byte> keys)
    {
        var isComplete = false;
        foreach (var key in keys)
        {
            if (_keypad.Press(key, clock.Now, out var pin) == KeypadOutcome.Entered)
            {
                isComplete |= Take(pin!);
            }
        }

        return isComplete;
    }

    private bool Take(CredentialData credential)
    {
        var now = clock.Now;
        memory.Credentials.Add(credential, now, clock.Timestamp, _wasEmpty ? now - _emptyAt : TimeSpan.Zero, !_isDrained);
        return true;
    }

    private bool Lost(string reason)
    {
        memory.Said.Remark(DeviceRemark.EventsLost, $"{plan.Device}: {reason}", clock.Timestamp);
        return false;
    }
}
