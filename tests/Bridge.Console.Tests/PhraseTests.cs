using System.Text.Json;
using Bridge.Console.Desk;
using Bridge.Console.Doors;
using Bridge.Console.Posts.Gate;
using Bridge.Console.Posts.Patrol;
using Bridge.Console.Posts.Questions;
using Bridge.Console.Readers;
using Bridge.Console.Seats;
using Bridge.Console.Supervision;
using Bridge.Console.Wording;

namespace Bridge.Console.Tests;

public sealed class PhraseTests
{
    public static TheoryData<DisplayLanguage> Languages => [.. Enum.GetValues<DisplayLanguage>()];

    [Fact]
    public void BothLanguagesSayTheSameThings() =>
        Assert.Equal(
            Phrases.For(DisplayLanguage.Chinese).Keys.Order(StringComparer.Ordinal),
            Phrases.For(DisplayLanguage.English).Keys.Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Languages))]
    public void EveryStateHasItsWord(DisplayLanguage language)
    {
        string[] needed =
        [
            .. Names<CommandedMode>("mode"), .. Names<DayOfWeek>("weekday"), .. Names<LockState>("lock"), .. Names<ContactState>("contact"), .. Names<LinkHealth>("health"),
            .. Names<ReaderCondition>("condition"),
            .. Names<SeatRole>("seat.role"), .. Names<AnnouncementStage>("gate.stage"), .. Names<QuestionStand>("posts.question.stand"), .. Names<QuestionReply>("posts.reply"),
            .. Names<AdmissionCategory>("category"), .. Names<CaseStage>("stage"), .. Names<TaskStage>("task"), .. Names<EmergencyKind>("emergency"), .. Names<PatrolKind>("alertKind"),
            .. Names<PatrolStep>("patrol.step"), .. Names<PatrolResult>("patrol.result"), .. Names<PatrolResult>("alertResult"),
            .. Names<ModeKey>("supervision.key"), .. Names<ModeCause>("supervision.cause"), .. Names<ReadBack>("supervision.read"), .. Names<AlarmKind>("alarms.kind"),
            .. Names<AlarmKey>("alarms.key"), .. Names<DeviceDiagnosis>("health.diagnosis"),
            .. Names<DeviceDiagnosis>("health.todo").Where(key => key is not ("health.todo.Well" or "health.todo.NotYet")),
            .. Names<AlarmState>("alarm").Where(key => key != "alarm.Normal"),
            .. Names<FireIndication>("banner.fire").Where(key => key != "banner.fire.Quiet"),
        ];
        Assert.Empty(needed.Except(Phrases.For(language).Keys));
    }

    [Theory, MemberData(nameof(Languages))]
    public void NothingIsEmptyOrLeftInTheOtherLanguage(DisplayLanguage language)
    {
        var phrases = Phrases.For(language);
        var wrong = phrases.Keys
            .Where(key => key is not ("document.language" or "document.switch" or "document.switch.language"))
            .Where(key => string.IsNullOrWhiteSpace(phrases[key]) || phrases[key].Any(IsHan) != (language == DisplayLanguage.Chinese));
        Assert.Empty(wrong);
    }

    [Fact]
    public void PlacesForValuesAreTheSame() =>
        Assert.All(Phrases.For(DisplayLanguage.Chinese).Keys, key =>
            Assert.Equal(
                Phrases.For(DisplayLanguage.Chinese)[key].Count(letter => letter == '{'),
                Phrases.For(DisplayLanguage.English)[key].Count(letter => letter == '{')));

    [Fact]
    public void ADetailHasItsPlacesInOrderAndAgainInChinese()
    {
        using var stream = typeof(Phrases).Assembly.GetManifestResourceStream("details.zh.json")!;
        var details = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
        Assert.All(details, detail =>
        {
            var places = Places(detail.Key).ToList();
            Assert.Equal(Enumerable.Range(0, places.Count), places);
            Assert.Equal(places, Places(detail.Value).Order());
            Assert.Contains(detail.Value, letter => IsHan(letter));
        });
    }

    [Fact]
    public void AMissingKeyThrows() => Assert.Throws<KeyNotFoundException>(() => Phrases.For(DisplayLanguage.English)["no.such.key"]);

    [Fact]
    public void AnUnknownEventIsShownAsItIs() =>
        Assert.Equal("ElevatorCalled", Phrases.For(DisplayLanguage.English).Journalled("event", "ElevatorCalled"));

    [Theory]
    [InlineData("the time is over", "时限已到", null, "a whole sentence")]
    [InlineData("for 30 min", "共 30 分钟", null, "a number has its place")]
    [InlineData("LockDown: the door is not locked down", "封锁：此门未封锁", null, "a sentence within a sentence")]
    [InlineData("line rs485-1: no valid answer from any of 3 units for 5 s", "线路 rs485-1：5 秒内 3 个从站均无有效应答", null, "places in another order, and a name")]
    [InlineData("line rs485-1: Permission denied", "线路 rs485-1：Permission denied", null, "what the operating system says stays as it is")]
    [InlineData("LockedDown", "封锁", "locked down", "the name of a mode")]
    [InlineData("the lift came", null, null, "a sentence that is newer than this console")]
    [InlineData("", null, null, "nothing")]
    public void ADetailIsSaidInThePersonsLanguage(string journalled, string? chinese, string? english, string why)
    {
        Assert.True(Phrases.For(DisplayLanguage.Chinese).Detail(journalled) == chinese, why);
        Assert.True(Phrases.For(DisplayLanguage.English).Detail(journalled) == english, why);
    }

    [Theory]
    [InlineData(0.4, "刚刚", "just now")]
    [InlineData(119, "119 秒前", "119 s ago")]
    [InlineData(120, "2 分钟前", "2 min ago")]
    [InlineData(7200, "2 小时前", "2 h ago")]
    [InlineData(172800, "2 天前", "2 d ago")]
    public void AgesAreSaidShortly(double seconds, string chinese, string english)
    {
        Assert.Equal(chinese, Phrases.For(DisplayLanguage.Chinese).Age(TimeSpan.FromSeconds(seconds)));
        Assert.Equal(english, Phrases.For(DisplayLanguage.English).Age(TimeSpan.FromSeconds(seconds)));
    }

    private static IEnumerable<string> Names<TEnum>(string group)
        where TEnum : struct, Enum =>
        Enum.GetNames<TEnum>().Select(name => $"{group}.{name}");

    private static IEnumerable<int> Places(string text) =>
        text.Zip(text.Skip(1)).Where(pair => pair.First == '{').Select(pair => pair.Second - '0');

    private static bool IsHan(char letter) => letter is >= '\u4e00' and <= '\u9fff';
}
