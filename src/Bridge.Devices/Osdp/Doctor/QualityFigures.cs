using Bridge.Devices.Doctor;

namespace Bridge.Devices.Osdp.Doctor;

/// <summary>What was measured of one reader: so many questions, half of them with a long answer (ID), half with a short one (LSTAT).</summary>
/// <param name="Baud">Null behind a network, where nothing is known of the wire.</param>
public sealed record QualityFigures(int? Baud, byte Address, int Asked)
{
    /// <summary>Questions with a sound answer.</summary>
    public int Answered { get; init; }

    /// <summary>Questions after which not one byte came.</summary>
    public int Silent { get; init; }

    /// <summary>Questions after which a frame with a wrong check came.</summary>
    public int CheckErrors { get; init; }

    /// <summary>Questions after which a frame began and did not end.</summary>
    public int CutOff { get; init; }

    /// <summary>Questions after which bytes came that look like no frame at all, and no answer.</summary>
    public int NoiseOnly { get; init; }

    /// <summary>Questions that were heard back.</summary>
    public int Echoes { get; init; }

    /// <summary>Answers with bytes before them that are not the mark.</summary>
    public int NoiseBefore { get; init; }

    /// <summary>Answers with bytes behind them.</summary>
    public int NoiseBehind { get; init; }

    /// <summary>Questions that more than one sound reply of this address came to.</summary>
    public int SecondReplies { get; init; }

    /// <summary>Questions that a sound reply of another address came to.</summary>
    public int Strangers { get; init; }

    /// <summary>Different answers to "who are you".</summary>
    public int Identities { get; init; }

    public int LongAsked { get; init; }

    public int LongAnswered { get; init; }

    /// <summary>The beginning of a reply to a long question came, and no sound reply.</summary>
    public int LongDamaged { get; init; }

    public int ShortAsked { get; init; }

    public int ShortAnswered { get; init; }

    public int Busies { get; init; }

    /// <summary>The reader says that our command arrived damaged (NAK 1).</summary>
    public int CommandsDamaged { get; init; }

    /// <summary>From the end of the question to the end of the answer, less the answer's time on the wire.</summary>
    public AnswerTimes Thinking { get; init; } = AnswerTimes.None;

    /// <summary>Answers that came in one lump though the wire must have taken longer: something collects bytes before it hands them on.</summary>
    public int InOneLump { get; init; }

    /// <summary>Answers that came as the wire brought them.</summary>
    public int AsOnTheWire { get; init; }
}
