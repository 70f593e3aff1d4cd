using Bridge.Devices.Doctor;
using Bridge.Devices.Osdp.Doctor;

namespace Bridge.Devices.Tests.Osdp.Doctor;

/// <summary>From figures to words, without a line.</summary>
public sealed class LineDiagnosisTests
{
    private static readonly QualityFigures Well = new(9600, 0, 200)
    {
        Answered = 200, LongAsked = 100, LongAnswered = 100, ShortAsked = 100, ShortAnswered = 100, Identities = 1, Thinking = All(3), AsOnTheWire = 200,
    };

    public static TheoryData<string, QualityFigures, LineTrouble[]> Table => new()
    {
        { "all questions answered after 3 ms", Well, [] },
        { "behind a network nothing is known of the wire", Well with { Baud = null, AsOnTheWire = 0, Thinking = All(9) }, [] },
        { "one damaged answer is no pattern", Well with { Answered = 199, CheckErrors = 1 }, [] },
        { "one lost answer is no pattern", Well with { Answered = 199, Silent = 1 }, [] },
        { "not a byte ever", new QualityFigures(9600, 0, 200) { Silent = 200, LongAsked = 100, ShortAsked = 100 }, [LineTrouble.NobodyAnswers] },
        { "bytes and never a frame", new QualityFigures(9600, 0, 200) { Silent = 20, NoiseOnly = 180, LongAsked = 100, ShortAsked = 100 }, [LineTrouble.OnlyNoise, LineTrouble.LostReplies] },
        { "two devices named themselves", Well with { Identities = 2 }, [LineTrouble.AddressClash] },
        { "two answers to one question", Well with { SecondReplies = 20 }, [LineTrouble.AddressClash] },
        {
            "what differs between readers is damaged, what is equal is not: they speak at once",
            Well with { Answered = 100, LongAnswered = 0, LongDamaged = 100, CheckErrors = 100, Identities = 0 }, [LineTrouble.AddressClash]
        },
        {
            "long answers suffer more from noise, but short ones suffer too",
            Well with { Answered = 100, LongAnswered = 30, LongDamaged = 70, ShortAnswered = 70, CheckErrors = 100 }, [LineTrouble.DamagedReplies]
        },
        { "another address answers", Well with { Answered = 150, Strangers = 50 }, [LineTrouble.WrongAddress] },
        { "wrong checks", Well with { Answered = 170, CheckErrors = 30, LongAnswered = 85, ShortAnswered = 85, LongDamaged = 15 }, [LineTrouble.DamagedReplies] },
        { "cut off", Well with { Answered = 190, CutOff = 10, LongAnswered = 95, ShortAnswered = 95, LongDamaged = 5 }, [LineTrouble.DamagedReplies] },
        { "the reader did not understand", Well with { CommandsDamaged = 12 }, [LineTrouble.DamagedCommands] },
        { "noise before one answer in ten", Well with { NoiseBefore = 20 }, [LineTrouble.FloatingLine] },
        { "noise behind one answer in ten", Well with { NoiseBehind = 20 }, [LineTrouble.FloatingLine] },
        { "noise at one answer in a hundred is nothing", Well with { NoiseBefore = 2 }, [] },
        { "some are lost", Well with { Answered = 180, Silent = 20, LongAnswered = 90, ShortAnswered = 90 }, [LineTrouble.LostReplies] },
        { "16 ms and in one lump", Well with { Thinking = All(17), AsOnTheWire = 0, InOneLump = 200 }, [LineTrouble.SlowAdapter] },
        { "16 ms on a fast line, where lumps do not show", Well with { Baud = 115200, Thinking = All(17), AsOnTheWire = 0 }, [LineTrouble.SlowAdapter] },
        { "16 ms and then byte by byte: the reader thinks so long, which is allowed", Well with { Thinking = All(17) }, [] },
        { "100 ms and then byte by byte", Well with { Thinking = All(100) }, [LineTrouble.SlowReader] },
        { "100 ms in one lump is too long for an adapter", Well with { Thinking = All(100), AsOnTheWire = 0, InOneLump = 200 }, [LineTrouble.SlowReader] },
        { "one slow answer in ten is the machine", Well with { Thinking = new AnswerTimes(Enumerable.Range(0, 200).Select(each => TimeSpan.FromMilliseconds(each % 10 == 0 ? 90 : 3))) }, [] },
        { "busy", Well with { Busies = 100 }, [LineTrouble.Busy] },
        { "echo and nothing else", Well with { Echoes = 200 }, [LineTrouble.Echo] },
        { "echo and nobody there", new QualityFigures(9600, 0, 200) { Silent = 200, Echoes = 200 }, [LineTrouble.NobodyAnswers, LineTrouble.Echo] },
    };

    [Theory, MemberData(nameof(Table))]
    public void FiguresBecomeWords(string why, QualityFigures figures, LineTrouble[] troubles)
    {
        var findings = LineDiagnosis.Of(figures);
        Assert.True(troubles.SequenceEqual(findings.Select(finding => finding.Trouble)), $"{why}: {string.Join(", ", findings)}");
        Assert.All(findings, finding => Assert.True(finding.Seen.Length > 20 && finding.ToDo.Length > 20, $"{finding.Trouble} is not explained"));
    }

    [Fact]
    public void EveryTroubleHasARow() =>
        Assert.Equal(Enum.GetValues<LineTrouble>().Order(), Table.SelectMany(row => row.Data.Item3).Distinct().Order());

    [Fact]
    public void OnlyTheEchoIsHarmless() =>
        Assert.Equal([LineTrouble.Echo], Enum.GetValues<LineTrouble>().Where(trouble => new LineFinding(trouble, "", "").IsHarmless));

    private static AnswerTimes All(double milliseconds) => new(Enumerable.Repeat(TimeSpan.FromMilliseconds(milliseconds), 200));
}
