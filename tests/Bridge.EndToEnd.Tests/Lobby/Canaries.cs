namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>Texts that stand nowhere else in the world of these tests: where one of them turns up, something personal or secret has got out.</summary>
internal static class Canaries
{
    public const string Visitor = "欧阳金丝雀";
    public const string Pinyin = "ouyang jinsique";
    public const string Purpose = "Zéphyrine Quillfeather";
    public const string Phone = "13907316824";
    public const string Company = "Quetzalcoatl Movers";
    public const string Reply = "Ask Barnaby Featherstonehaugh";
    public const string Amendment = "Misspelt by Cornelius Blatherwick";
    public const string Clearance = "Because of Lady Wilhelmina Throckmorton";
    public const string Barred = "By order against Ignatius Pumphrey";
    public const string Moved = "公孙绿翡翠";

    /// <summary>What a visit and its record are made of.</summary>
    public static IReadOnlyList<string> OfTheVisit { get; } = [Visitor, Pinyin, Purpose, Phone, Company, Reply, Amendment];

    /// <summary>Of the register: who lives there, whom the visitor asks for, and why somebody is asked for by the control room or barred.</summary>
    public static IReadOnlyList<string> OfTheRegister { get; } = [Clearance, Barred, Moved, "钱文", "刘洋", "李建国", "not to be disturbed"];
}
