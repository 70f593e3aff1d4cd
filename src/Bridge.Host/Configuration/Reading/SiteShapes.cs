namespace Bridge.Host.Configuration.Reading;

/// <summary>
/// Every key of the site file, and nothing else: the loader refuses what is not here, and a test holds this list, the JSON Schema and the commented
/// sample together.
/// </summary>
internal static class SiteShapes
{
    public static SiteShape Site { get; } = new("site",
        ["$schema", "site", "timeZone", "dataDirectory", "profileDirectory", "lines", "devices", "schedules", "holidays", "accessLevels", "doors",
            "clearReaders", "fireInputs", "intercoms", "lobbies", "admission", "lockout", "mqtt", "http", "journal", "retention", "logging"]);

    public static SiteShape TcpLine { get; } = new("tcpLine", ["kind", "host", "port", "connectTimeout"]);

    public static SiteShape SerialLine { get; } = new("serialLine",
        ["kind", "serialPort", "baud", "parity", "stopBits", "rs485", "localEcho", "dtr", "rts"]);

    /// <summary>OSDP is 8 data bits, no parity, 1 stop bit: there are no keys for them.</summary>
    public static SiteShape OsdpLine { get; } = new("osdpLine", ["kind", "serialPort", "baud", "rs485", "localEcho", "dtr", "rts"]);

    public static SiteShape OsdpReader { get; } = new("osdpReader", ["line", "address", "poll", "secure", "keypad", "cardFormats"]);

    public static SiteShape Keypad { get; } = new("keypad", ["star", "hash", "timeout", "longestPin", "completeAt"]);

    public static SiteShape Device { get; } = new("device", ["line", "unit", "profile", "poll", "responseTimeout"]);

    /// <summary>An intercom that has a line for itself.</summary>
    public static SiteShape IntercomDevice { get; } = new("intercomDevice", ["line"]);

    public static SiteShape Intercom { get; } = new("intercom",
        ["door", "station", "units", "call", "buttons", "hook", "unlock", "tamper", "fault", "stretch", "ringTime"]);

    public static SiteShape IntercomButton { get; } = new("intercomButton", ["call", "hook", "unlock"]);

    public static SiteShape Lobby { get; } = new("lobby", ["name", "doors", "patrol", "keys"]);

    public static SiteShape LobbyKeys { get; } = new("lobbyKeys",
        ["answer", "hold", "yes", "open", "find", "next", "previous",
            "forgottenCard", "selfDeclaredResident", "listedLeader", "employee", "visitor", "governmentOfficer", "tour", "passHolder"]);

    public static SiteShape LobbyName { get; } = new("lobbyName", ["zh", "en"]);

    public static SiteShape Admission { get; } = new("admission",
        ["ring", "consent", "recognition", "controlRoomAcknowledge", "controlRoomAnswer", "controlRoomConsent", "officeAcknowledge", "officeAnswer",
            "officeConsent", "announcement", "tourLead", "grant", "reopen", "idle", "recordLate", "patrolNextHandset", "patrolEscalation", "patrolResult",
            "recognitionLimit", "recognitionWindow", "unknownResidentRecord", "requirePatrolReachable", "gateNeedsControlRoom", "unitKeyOpens"]);

    public static SiteShape Schedule { get; } = new("schedule", ["week", "holidays"]);

    public static SiteShape Week { get; } = new("week", ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);

    public static SiteShape AccessLevel { get; } = new("accessLevel", ["doors", "schedule"]);

    public static SiteShape Door { get; } = new("door",
        ["name", "interior", "lock", "lockSensor", "contact", "requestToExit", "tamper", "releaseTime", "extendedReleaseTime", "entryWindow", "openTime",
            "extendedOpenTime", "preAlarmTime", "holdPulse", "fireRelease", "readers"]);

    public static SiteShape DoorName { get; } = new("doorName", ["zh", "en"]);

    public static SiteShape Input { get; } = new("input", ["point", "onMeans", "debounce"]);

    public static SiteShape Reader { get; } = new("reader", ["source", "authentication", "secondFactorTime", "maximumReadAge", "indicator"]);

    public static SiteShape Lockout { get; } = new("lockout", ["wrongPins", "first", "longest"]);

    public static SiteShape Mqtt { get; } = new("mqtt", ["broker", "port", "maxInFlight"]);

    public static SiteShape Broker { get; } = new("broker",
        ["host", "port", "tls", "caFile", "certificateFile", "keyFile", "userName", "passwordFile"]);

    public static SiteShape Http { get; } = new("http", ["listen"]);

    public static SiteShape Journal { get; } = new("journal", ["keepDays"]);

    public static SiteShape Retention { get; } = new("retention",
        ["profile", "visitorDays", "callBackDays", "movementDays", "incidentDays", "recordDays"]);

    public static SiteShape Logging { get; } = new("logging", ["level", "directory", "retainedDays", "format"]);

    public static IReadOnlyList<SiteShape> All { get; } =
    [
        Site, TcpLine, SerialLine, OsdpLine, Device, OsdpReader, IntercomDevice, Intercom, IntercomButton, Lobby, LobbyName, LobbyKeys, Admission, Keypad, Schedule, Week, AccessLevel, Door,
        DoorName, Input, Reader, Lockout, Mqtt, Broker, Http, Journal, Retention, Logging,
    ];
}
