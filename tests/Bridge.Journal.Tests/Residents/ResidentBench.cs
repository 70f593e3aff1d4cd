using Bridge.Journal.Register;
using Bridge.Journal.Residents;

namespace Bridge.Journal.Tests.Residents;

/// <summary>A register with a few people in it.</summary>
internal sealed class ResidentBench : IDisposable
{
    public static readonly DateOnly Today = new(2026, 3, 10);

    public TemporaryFolder Folder { get; } = new();

    public ResidentRegisterOptions Options => new(
        new RegisterOptions(Folder.File("register.db"), Folder.File("pepper"), "tower"), Folder.File("reason-key"));

    public static Household Special { get; } = new("h-special", "A-1204", "lobby-a", ClearanceRoute.ControlRoom, ChildrenMayAnswer: false);

    public static Household Usual { get; } = new("h-usual", "A-1203", "lobby-a", ClearanceRoute.Direct, ChildrenMayAnswer: true);

    public static IReadOnlyList<Member> Members { get; } =
    [
        Person("m-liu", "刘阳") with { Variants = ["Leo Liu"], Pinyin = "liú yáng", MayAdmitHimself = true, Appearance = "tall" },
        Person("m-gone", "张伟") with { MovedOut = Today.AddDays(-1) },
        Person("m-today", "赵磊") with { MovedOut = Today },
        Person("m-soon", "陈静") with { MovedIn = Today.AddDays(1) },
        Person("m-barred", "李强") with { Barred = true },
        Person("m-child", "王小明") with { Minor = true },
        Person("m-cleared", "王小红") with { Minor = true, MayAdmitHimself = true },
        Person("m-same-1", "王芳") with { PhoneLast4 = "1111" },
        Person("m-same-2", "王芳") with { PhoneLast4 = "2222", Appearance = "glasses" },
        Person("m-former", "孙丽") with { MovedOut = Today.AddYears(-1) },
        Person("m-now", "孙丽"),
        new("m-other", "m-other", Special.Id, "张洋", ResidentKind.Owner) { Pinyin = "zhang yang" },
        new("m-hall", "m-hall", Special.Id, "欧阳·娜娜", ResidentKind.Occupant),
    ];

    public static ResidentEdit[] Everybody { get; } =
    [
        new ResidentEdit.PutHousehold(Usual),
        new ResidentEdit.PutHousehold(Special),
        new ResidentEdit.PutStation(new IndoorStation(Usual.Id, 2, "13800001111")),
        new ResidentEdit.PutStation(new IndoorStation(Usual.Id, 1, "1203")),
        .. Members.Select(member => new ResidentEdit.PutMember(member)),
    ];

    public ResidentRegister Open() =>
        Assert.IsType<ResidentRegisterOpened.Open>(ResidentRegister.Open(Options, Some.Time())).Register;

    public ResidentRegister Filled()
    {
        var register = Open();
        Assert.Equal(new ResidentEdited.Done(Everybody.Length), register.Apply(Everybody, "office-1"));
        return register;
    }

    public void Dispose() => Folder.Dispose();

    private static Member Person(string id, string name) => new(id, id, Usual.Id, name, ResidentKind.Occupant);
}
