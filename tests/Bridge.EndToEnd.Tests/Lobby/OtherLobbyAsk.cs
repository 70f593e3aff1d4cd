using System.Text.Json.Nodes;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>Something that is asked for of lobby A by somebody of lobby B.</summary>
/// <param name="Path">With the place of the id, <c>{0}</c>, here or in the body.</param>
/// <param name="Roles">Whose own it is, each in his own lobby: those that see the whole estate anyway are not among them.</param>
/// <param name="IsAtOwnCase">At a case of lobby B, which the ask names something of lobby A in.</param>
internal sealed record OtherLobbyAsk(string Method, string Path, string Roles, JsonObject? Body, string Real, string MadeUp, bool IsAtOwnCase = false)
{
    private const string Desk = "la tl";
    private const string NoNumber = "987654";
    private const string NoName = "no-such-thing";

    public bool IsLook => Method == "GET";

    public static IEnumerable<OtherLobbyAsk> All(OtherLobbyThings there, long ownCase) =>
        [.. Cases(there), .. AtOwnCase(there, ownCase), .. Lobbies(), .. Others(there), .. Records(there)];

    private static IEnumerable<OtherLobbyAsk> Cases(OtherLobbyThings there)
    {
        (string End, JsonObject Body)[] acts =
        [
            ("name", new() { ["name"] = "丁" }), ("appearance", new() { ["yes"] = true }), ("heard", new() { ["yes"] = true }), ("likeness", new() { ["yes"] = true }),
            ("resident", new() { ["resident"] = there.Resident }), ("leader", new() { ["leader"] = there.Leader }), ("badge", new() { ["number"] = "0231" }), ("pass", new() { ["number"] = "P-0555" }),
            ("employee", new() { ["name"] = "许辉" }), ("party", new() { ["name"] = "丁", ["organisation"] = "消防支队", ["purpose"] = "检查", ["headCount"] = 1 }),
            ("announcement", new() { ["announcement"] = there.Announcement, ["headCount"] = 1, ["nameAgrees"] = true }), ("tour", new() { ["tour"] = there.Tour, ["headCount"] = 1 }),
            ("record", new() { ["text"] = "一个箱子" }), ("paper", new() { ["sheet"] = "7" }), ("open", new() { ["door"] = LobbyScene.Front }), ("ask", []), ("host-at-door", []),
            ("household", new() { ["unit"] = "A-0805" }), ("visit", new() { ["visitor"] = "丁", ["host"] = "王秀英", ["unit"] = "A-0805", ["headCount"] = 1 }),
            ("category", new() { ["category"] = "visitor" }), ("hold", []), ("cancel", []), ("refuse", []),
        ];
        return acts.Select(act => new OtherLobbyAsk("POST", $"cases/{{0}}/{act.End}", Desk, act.Body, there.Case, NoNumber))
            .Prepend(new("GET", "cases/{0}", Desk, null, there.Case, NoNumber));
    }

    // What a case of lobby B may lean on is of lobby B.
    private static IEnumerable<OtherLobbyAsk> AtOwnCase(OtherLobbyThings there, long own) =>
    [
        new("POST", $"cases/{own}/announcement", "la", new() { ["announcement"] = "{0}", ["headCount"] = 1, ["nameAgrees"] = true }, there.Announcement, NoName, true),
        new("POST", $"cases/{own}/open", "la", new() { ["door"] = "{0}" }, LobbyScene.Front, NoName, true),
        new("POST", "lobbies/b/cases", "la", new() { ["door"] = "{0}", ["category"] = "visitor" }, LobbyScene.Front, NoName, true),
        new("POST", "lobbies/b/emergency", "la", new() { ["door"] = "{0}", ["reason"] = "medical" }, LobbyScene.Front, NoName, true),
    ];

    private static IEnumerable<OtherLobbyAsk> Lobbies() =>
    [
        new("GET", "lobbies/{0}/directory?text=0805", Desk, null, "a", NoName),
        new("GET", "lobbies/{0}/tours", Desk, null, "a", NoName),
        new("GET", "lobbies/{0}/leaders", Desk, null, "a", NoName),
        new("POST", "lobbies/{0}/cases", Desk, new() { ["door"] = LobbyScene.Front, ["category"] = "visitor" }, "a", NoName),
        new("POST", "lobbies/{0}/emergency", Desk, new() { ["door"] = LobbyScene.Front, ["reason"] = "medical" }, "a", NoName),
        new("POST", "announcements/heard", Desk, new() { ["lobby"] = "{0}", ["unit"] = "A-0805", ["visitor"] = "丁", ["headCount"] = 1, ["confirmed"] = true, ["officerOnRadio"] = "马强" }, "a", NoName),
        new("POST", "announcements", "gate", new() { ["lobby"] = "{0}", ["unit"] = "A-0805", ["visitor"] = "丁", ["headCount"] = 1, ["confirmed"] = true }, "a", NoName),
    ];

    private static IEnumerable<OtherLobbyAsk> Others(OtherLobbyThings there) =>
    [
        new("POST", "announcements/{0}/confirm", "gate", [], there.Announcement, NoName),
        new("POST", "announcements/{0}/cancel", "gate", [], there.Announcement, NoName),
        new("POST", "alerts/{0}/radio", Desk, new() { ["name"] = "赵刚" }, there.Alert, NoNumber),
        .. new[] { "acknowledge", "en-route", "on-scene" }.Select(step => new OtherLobbyAsk("POST", $"alerts/{{0}}/{step}", "pat", [], there.Alert, NoNumber)),
        new("POST", "alerts/{0}/finish", "pat", new() { ["result"] = "attended" }, there.Alert, NoNumber),
        new("POST", "alerts/{0}/decline", "pat", [], there.Alert, NoNumber),
        new("POST", "alarms/{0}/claim", "la gate pat", [], there.Alarm, NoNumber),
        new("POST", "alarms/{0}/acknowledge", "la gate pat", [], there.Alarm, NoNumber),
        new("POST", "credentials/{0}/disable", "tl", new() { ["reason"] = "lost" }, there.Card, NoName),
    ];

    private static IEnumerable<OtherLobbyAsk> Records(OtherLobbyThings there)
    {
        var none = string.Concat(there.Record.AsSpan(0, there.Record.Length - 4), "9999");
        return
        [
            new("GET", "records/{0}", "la tl gate fd", null, there.Record, none),
            new("POST", "records/{0}/amend", Desk, new() { ["reason"] = "错字", ["name"] = "戊" }, there.Record, none),
            new("POST", "records/{0}/unmask", "la tl gate fd", new() { ["reason"] = "callBack" }, there.Record, none),
            new("POST", "erasures", "fd", new() { ["records"] = new JsonArray("{0}"), ["ground"] = "request" }, there.Record, none),
        ];
    }
}
