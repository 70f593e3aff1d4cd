using Bridge.Devices.Doctor;
using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Messages;

namespace Bridge.Devices.Osdp.Doctor;

/// <summary>Adds up what was heard of one reader.</summary>
internal sealed class QualityCount(int? baud, byte address, TimeSpan character)
{
    /// <summary>What takes less on the wire tells nothing about lumps: the machine's own scheduling is in it.</summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromMilliseconds(5);

    private readonly HashSet<ReaderIdentity> _identities = [];
    private readonly List<TimeSpan> _thinking = [];
    private QualityFigures _figures = new(baud, address, 0);

    public QualityFigures Figures => _figures with { Identities = _identities.Count, Thinking = new AnswerTimes(_thinking) };

    public void Add(HeardReply heard, bool isLong)
    {
        var reading = heard.Reading;
        _figures = _figures with
        {
            Asked = _figures.Asked + 1,
            Answered = _figures.Answered + One(heard.IsAnswer),
            Silent = _figures.Silent + One(heard.IsSilence || (reading.HasEcho && !heard.IsAnswer && reading is { CheckErrors: 0, CutOff: 0, Strangers.Count: 0 })),
            CheckErrors = _figures.CheckErrors + One(reading.CheckErrors > 0),
            CutOff = _figures.CutOff + One(reading.CutOff > 0),
            NoiseOnly = _figures.NoiseOnly + One(!heard.IsSilence && !heard.IsAnswer && !reading.HasEcho && !reading.HasOwnHeader && reading.Strangers.Count == 0),
            Echoes = _figures.Echoes + One(reading.HasEcho),
            NoiseBefore = _figures.NoiseBefore + One(reading.NoiseBefore > 0),
            NoiseBehind = _figures.NoiseBehind + One(reading.NoiseBehind > 0),
            SecondReplies = _figures.SecondReplies + One(reading.SecondReplies > 0),
            Strangers = _figures.Strangers + One(reading.Strangers.Count > 0),
            LongAsked = _figures.LongAsked + One(isLong),
            LongAnswered = _figures.LongAnswered + One(isLong && heard.IsAnswer),
            LongDamaged = _figures.LongDamaged + One(isLong && !heard.IsAnswer && reading.HasOwnHeader),
            ShortAsked = _figures.ShortAsked + One(!isLong),
            ShortAnswered = _figures.ShortAnswered + One(!isLong && heard.IsAnswer),
        };
        if (reading.Reply is { } bytes && OsdpFrame.Read(bytes, out var reply) == FrameFault.None)
        {
            Add(heard, reply);
        }
    }

    private void Add(HeardReply heard, in OsdpFrame reply)
    {
        var onWire = character * reply.Bytes.Length;
        var isLump = heard.Arrival < onWire / 3;
        _thinking.Add(heard.Thinking);
        _figures = _figures with
        {
            Busies = _figures.Busies + One(reply.Code == (byte)OsdpReplyCode.Busy),
            CommandsDamaged = _figures.CommandsDamaged + One(reply.Code == (byte)OsdpReplyCode.Nak && reply.Data is [(byte)NakCode.BadCheck, ..]),
            InOneLump = _figures.InOneLump + One(onWire >= LongEnough && isLump),
            AsOnTheWire = _figures.AsOnTheWire + One(onWire >= LongEnough && !isLump),
        };
        if (reply.Code == (byte)OsdpReplyCode.PdId && ReaderIdentity.Read(reply.Data) is { } identity)
        {
            _identities.Add(identity);
        }
    }

    private static int One(bool holds) => holds ? 1 : 0;
}
