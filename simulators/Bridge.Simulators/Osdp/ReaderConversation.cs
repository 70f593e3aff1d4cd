using Bridge.Simulators.Osdp.Commands;
using Bridge.Simulators.Osdp.Faults;
using Bridge.Simulators.Osdp.Reports;
using Bridge.Simulators.Osdp.Wire;

namespace Bridge.Simulators.Osdp;

/// <summary>One reader's side of the link: sequence numbers, repetitions, protection, and what goes wrong. Used under the building's gate.</summary>
internal sealed class ReaderConversation(OsdpReader reader, ReportQueue reports)
{
    private const byte ConfigurationAddress = 0x7F;
    private const int RecordingLimit = 64;
    private readonly SequenceCheck _sequence = new();
    private readonly ReaderCommands _commands = new(reader);
    private readonly Queue<byte[]> _recorded = new();
    private FaultDraw _draw = new(ReaderFaults.None);

    public ReaderFaults Faults => _draw.Faults;

    /// <summary>Sent once instead of the right reply.</summary>
    public byte[]? Replacement { get; set; }

    public void SetFaults(ReaderFaults faults) => _draw = new FaultDraw(faults);

    public void Forget() => _sequence.Forget();

    /// <summary>At the address for everybody only what a lone reader is asked when nobody knows its address.</summary>
    public bool Concerns(CommandFrame command) => !command.IsReply && (command.Address == reader.Unit
        || (command.Address == ConfigurationAddress && command.IsSound
            && command.Code is CommandCode.Identify or CommandCode.Capabilities or CommandCode.Communication));

    public Packet Answer(CommandFrame command)
    {
        var fortune = _draw.Next();
        if (fortune.Reboot)
        {
            reader.Reboot();
        }

        Action? afterSent = null;
        if (Respond(command, fortune, ref afterSent) is not { } reply)
        {
            return Packet.None;
        }

        var sent = Replacement ?? (fortune.Replay ? Old(command) : null);
        Replacement = null;
        return new Packet(ReplySpoiler.Parts(sent ?? reply, command, fortune, Faults)) { AfterSent = afterSent };
    }

    private byte[]? Respond(CommandFrame command, ReplyFortune fortune, ref Action? afterSent)
    {
        var envelope = ReplyEnvelope.To(command);
        if (!command.IsSound)
        {
            return reader.Profile.ReportsBadChecks ? Refusal(envelope, NakReason.BadCheck) : null;
        }

        if (_draw.TakeBusy())
        {
            reader.Heard();
            return (envelope with { Sequence = 0 }).Clear(ReplyCode.Busy, []);
        }

        if (Faults.Silent.Contains(command.Code))
        {
            return null;
        }

        switch (_sequence.Judge(command))
        {
            case SequenceVerdict.Repeated:
                reader.Heard();
                return _sequence.Reply;
            case SequenceVerdict.Unexpected:
                return Refusal(envelope, command.HasMac && !reader.IsInSession ? NakReason.SecurityRequired : NakReason.UnexpectedSequence);
            case SequenceVerdict.Restart:
                _sequence.Forget();
                reader.Security.Drop();
                reports.Reset();
                break;
            case SequenceVerdict.Next:
                break;
        }

        return Execute(command, envelope, fortune, ref afterSent);
    }

    private byte[] Execute(CommandFrame command, ReplyEnvelope envelope, ReplyFortune fortune, ref Action? afterSent)
    {
        if (command.HasBlock && command.BlockType is not (0x11 or 0x13 or 0x15 or 0x17))
        {
            return Refusal(envelope, NakReason.BlockNotSupported);
        }

        var chain = command.HasMac ? reader.Security.Chain : null;
        var isStranger = command.HasMac ? chain is null : !command.HasBlock && reader.IsInSession;
        if (isStranger || (chain is null ? command.Data.ToArray() : chain.Open(command)) is not { } data)
        {
            // Whoever said that is not in the session, and this reader no longer either.
            reader.Security.Drop();
            return Refusal(envelope, NakReason.SecurityRequired);
        }

        reports.Acknowledge();
        reader.Heard();
        if (command.Code != CommandCode.ServerCryptogram)
        {
            reader.Security.ForgetHandshake();
        }

        var reply = Decide(command, data, isSecured: chain is not null);
        afterSent = reply.AfterSent;
        var packet = Pack(reply, envelope, fortune, chain);
        _sequence.Remember(command, packet);
        return packet;
    }

    private Reply Decide(CommandFrame command, byte[] data, bool isSecured)
    {
        if (Faults.Refuse.TryGetValue(command.Code, out var reason))
        {
            return new Reply(ReplyCode.Refuse, [reason]);
        }

        var isFree = command.Code is CommandCode.Identify or CommandCode.Capabilities or CommandCode.Communication
            or CommandCode.Challenge or CommandCode.ServerCryptogram;
        return !isSecured && (command.Code == CommandCode.KeySet || (reader.Profile.RequiresSecurity && !isFree))
            ? Reply.Refused(NakReason.SecurityRequired)
            : _commands.Execute(command, data);
    }

    private byte[] Pack(Reply reply, ReplyEnvelope envelope, ReplyFortune fortune, Security.SecureChain? chain)
    {
        if (chain is null || reply.StaysClear || fortune.ClearReply)
        {
            return envelope.Packet(reply.Block ?? [], reply.Code, reply.Payload, 0);
        }

        var packet = chain.Seal(envelope, reply.Code, reply.Payload, !fortune.PlainPayload);
        if (_recorded.Count == RecordingLimit)
        {
            _recorded.Dequeue();
        }

        _recorded.Enqueue(packet);
        return packet;
    }

    /// <summary>An old protected reply, not the one just made; with the right sequence number only its authentication code is wrong.</summary>
    private byte[]? Old(CommandFrame command)
    {
        var old = _recorded.SkipLast(1).ToList();
        return old.Find(each => (each[4] & 3) == command.Sequence) ?? old.FirstOrDefault();
    }

    private static byte[] Refusal(ReplyEnvelope envelope, NakReason reason) => envelope.Clear(ReplyCode.Refuse, [(byte)reason]);
}
