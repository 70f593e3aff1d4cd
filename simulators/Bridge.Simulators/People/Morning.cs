using static Bridge.Simulators.People.ActKind;

namespace Bridge.Simulators.People;

/// <summary>
/// Five minutes of a morning in the six-door building, with what must come of each act. It asks of the site: lobby-back wants card and PIN,
/// parcel-room and pool take card or PIN, the other doors a card; every door is reported open too long after at most 20 s; every door is released at a fire.
/// </summary>
public static class Morning
{
    private const int Facility = 17;
    private static readonly string[] Everywhere = ["lobby-main", "lobby-back", "garage", "parcel-room", "pool", "roof"];
    private static readonly string[] NotTheRoof = Everywhere[..^1];

    public static IReadOnlyList<Resident> Residents { get; } =
    [
        new("Lin Mei", "12A", Facility, 1001, "471108", Standing.Valid, NotTheRoof),
        new("Tan Wei", "12B", Facility, 1002, "258013", Standing.Valid, NotTheRoof),
        new("Ada Okafor", "9C", Facility, 1003, "902177", Standing.Valid, NotTheRoof),
        new("Rui Duarte", "3A", Facility, 1004, "640952", Standing.Valid, NotTheRoof),
        new("Hoang Minh", "Caretaker", Facility, 1100, "773390", Standing.Valid, Everywhere),
        new("Jo Keller", "5D", Facility, 1900, "", Standing.Disabled, NotTheRoof),
        new("Yui Sato", "7B", Facility, 1901, "", Standing.Expired, NotTheRoof),
        new("Somebody", "", Facility, 4242, "", Standing.Unknown, []),
    ];

    /// <summary>The seed moves every act by less than half a second, so that no two runs have the same interleaving of polls and people.</summary>
    public static Script Script(int seed)
    {
        var random = new Random(seed);
        return new Script(
            Residents,
            [.. Acts().Select(act => act with { At = act.At + TimeSpan.FromMilliseconds(random.Next(500)) })],
            Reaction: TimeSpan.FromMilliseconds(800),
            Patience: TimeSpan.FromSeconds(5),
            Passage: TimeSpan.FromSeconds(3));
    }

    private static IEnumerable<ScriptedAct> Acts() =>
    [
        Act(5, EnterWithCard, "lobby-main", "Lin Mei", "granted"),
        Act(12, EnterWithCard, "garage", "Tan Wei", "granted"),
        Act(20, EnterWithCardAndPin, "lobby-back", "Ada Okafor", "granted"),
        Act(30, EnterWithPin, "parcel-room", "Rui Duarte", "granted"),
        Act(38, EnterWithCard, "lobby-main", "Somebody", "denied:CredentialNotFound"),
        Act(46, EnterWithCard, "roof", "Lin Mei", "denied:Unauthorized"),
        Act(56, EnterWithCard, "roof", "Hoang Minh", "granted"),
        Act(65, EnterWithCard, "pool", "Ada Okafor", "granted"),
        Act(75, Leave, "lobby-main", "", ""),
        Act(85, CardAndWrongPin, "lobby-back", "Tan Wei", "denied:InvalidPin"),
        Act(97, EnterWithCard, "pool", "Yui Sato", "denied:CredentialExpired"),
        Act(107, EnterWithCard, "garage", "Jo Keller", "denied:CredentialNotEnabled"),
        Act(117, ShowCardOnly, "parcel-room", "Tan Wei", "granted"),
        Act(130, PropOpen, "lobby-main", "Rui Duarte", "granted alarm:DoorOpenTooLong", 45),
        Act(142, ForceOpen, "pool", "", "alarm:DoorForcedOpen", 6),
        Act(160, LetSomebodyFollow, "garage", "Ada Okafor", "granted", 6),
        Act(185, Leave, "roof", "", ""),
        Act(196, Tamper, "lobby-back", "", "alarm:TamperDetected", 8),
        Act(212, EnterWithPin, "pool", "Hoang Minh", "granted"),
        Act(224, EnterWithCard, "lobby-main", "Ada Okafor", "granted"),
        Act(234, Leave, "garage", "", ""),
        Act(244, EnterWithCardAndPin, "lobby-back", "Tan Wei", "granted"),
        Act(262, FireDrill, "", "", "alarm:FireAlarm", 20),
    ];

    private static ScriptedAct Act(int second, ActKind kind, string door, string who, string expected, int seconds = 0) =>
        new(TimeSpan.FromSeconds(second), kind, door, who, TimeSpan.FromSeconds(seconds), expected);
}
