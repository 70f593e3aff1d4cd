using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bridge.Invariants;
using Bridge.Simulators.Building;
using Bridge.Simulators.People;
using Bridge.Simulators.Processes;
using Microsoft.Data.Sqlite;

namespace Bridge.EndToEnd.Tests.Running;

/// <summary>
/// A simulated building in this process and the files of a product installed beside it: site file, register, data directory. The product itself is
/// started as its user starts it.
/// </summary>
internal sealed class Installation : IAsyncDisposable
{
    public const string Site = "end-to-end";

    /// <summary>The release time in the site file.</summary>
    public static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);

    private const int Facility = 17;
    private const int Residents = 12;
    private const int FirstCard = 2001;

    /// <summary>The PIN of the last resident, who has a card as well.</summary>
    public const string Pin = "7392058164";

    private readonly string folder = Directory.CreateTempSubdirectory("accessbridge-end-to-end-").FullName;
    private readonly int httpPort = FreePorts.Take(1)[0];

    private Installation(World world) => World = world;

    public World World { get; }

    /// <summary>Whether the journal is held against the SQL invariants at the end; not where it was spoilt on purpose.</summary>
    public bool IsInOrder { get; set; } = true;

    public string SiteFile => Path.Combine(folder, "site.json");

    public string DataDirectory => Path.Combine(folder, "data");

    public Uri Api => new($"http://127.0.0.1:{httpPort}/api/v1/");

    /// <summary>Where the product writes the users of <see cref="StartWithUsers"/>.</summary>
    public string Users => Path.Combine(folder, "users.json");

    public string KeyFile => Path.Combine(DataDirectory, "secrets", "osdp-keys.json");

    public string Journal => Path.Combine(DataDirectory, "journal.db");

    public string Register => Path.Combine(DataDirectory, "register.db");

    /// <summary>Cards that open every door.</summary>
    public static IReadOnlyList<string> Cards { get; } = [.. Enumerable.Range(FirstCard, Residents).Select(number => Wiegand26.Bits(Facility, number))];

    /// <summary>A card that nobody has registered.</summary>
    public static string UnknownCard { get; } = Wiegand26.Bits(Facility, 4242);

    /// <summary>Starts the building, writes the files and imports the residents.</summary>
    public static Task<Installation> CreateAsync(int mqttPort, CancellationToken cancellationToken) =>
        CreateAsync(SixDoors.Plan, mqttPort, site => site, NumberedCards.None, cancellationToken);

    /// <summary>The same with OSDP readers at the two lobby doors, each with a key of its own.</summary>
    public static Task<Installation> CreateWithOsdpAsync(int mqttPort, CancellationToken cancellationToken) =>
        CreateWithOsdpAsync(mqttPort, new ReaderHabits(), NumberedCards.None, cancellationToken);

    /// <param name="cards">Registered beside the residents.</param>
    public static async Task<Installation> CreateWithOsdpAsync(
        int mqttPort, ReaderHabits habits, NumberedCards cards, CancellationToken cancellationToken)
    {
        string[] keys = [RandomNumberGenerator.GetHexString(32, lowercase: true), RandomNumberGenerator.GetHexString(32, lowercase: true)];
        var plan = habits.In(SixDoors.WithOsdpReaders(keys[0], keys[1]));
        var installation = await CreateAsync(plan, mqttPort, WithReaders, cards, cancellationToken);
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(installation.DataDirectory, "secrets")).FullName, "osdp-keys.json");
        await File.WriteAllTextAsync(
            file, $$"""{ "lobby-main-reader": { "key": "{{keys[0]}}" }, "lobby-back-reader": { "key": "{{keys[1]}}" } }""", cancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return installation;
    }

    /// <summary>The same with readers that are new: nobody has given them a key, and there is no key file.</summary>
    public static Task<Installation> CreateWithNewOsdpReadersAsync(int mqttPort, CancellationToken cancellationToken) =>
        CreateAsync(SixDoors.WithNewOsdpReaders, mqttPort, WithReaders, NumberedCards.None, cancellationToken);

    /// <summary>The same with a desk and intercoms at the two lobby doors, and the register's lists imported.</summary>
    public static Task<Installation> CreateWithLobbyAsync(int mqttPort, CancellationToken cancellationToken) =>
        CreateWithLobbyAsync(IntercomKind.Serial, mqttPort, cancellationToken);

    public static Task<Installation> CreateWithLobbyAsync(IntercomKind kind, int mqttPort, CancellationToken cancellationToken) =>
        CreateWithLobbyAsync(kind, mqttPort, site => site, cancellationToken);

    /// <param name="kind">Of the intercom that the scenes are played at.</param>
    /// <param name="change">What is otherwise in the site file.</param>
    public static async Task<Installation> CreateWithLobbyAsync(IntercomKind kind, int mqttPort, Func<string, string> change, CancellationToken cancellationToken)
    {
        var installation = kind == IntercomKind.Serial
            ? await CreateAsync(LobbySite.Plan, mqttPort, site => change(LobbySite.In(site)), NumberedCards.None, cancellationToken)
            : await CreateAsync(ButtonSite.Plan, mqttPort, site => change(ButtonSite.In(site)), NumberedCards.None, cancellationToken);
        var now = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(TimeProvider.System.GetUtcNow(), "Asia/Shanghai");
        foreach (var (list, csv) in LobbyPeople.Lists(now))
        {
            var file = Path.Combine(installation.folder, $"{list}.csv");
            await File.WriteAllTextAsync(file, csv, cancellationToken);
            var imported = await installation.RunVerbAsync(["import", list, file], cancellationToken);
            Assert.True(imported.ExitCode == 0, $"{list}: {imported}");
        }

        return installation;
    }

    private static async Task<Installation> CreateAsync(
        WorldPlan plan, int mqttPort, Func<string, string> change, NumberedCards cards, CancellationToken cancellationToken)
    {
        var installation = new Installation(WorldBuilder.Build(plan, TimeProvider.System));
        installation.World.Start();
        await installation.WriteSiteAsync(mqttPort, change, cancellationToken);
        var residents = Path.Combine(installation.folder, "residents.csv");
        await File.WriteAllTextAsync(residents, Csv() + cards.Rows(), cancellationToken);
        var imported = await installation.RunVerbAsync(["import", residents], cancellationToken);
        Assert.True(imported.ExitCode == 0, imported.ToString());
        cards.FindIn(installation.Register);
        return installation;
    }

    public BridgeProcess Start() => BridgeProcess.Start(Built.Product, httpPort, ["run", "--site", SiteFile]);

    /// <summary>With a user for each role: see <see cref="ApiClient"/>.</summary>
    public BridgeProcess StartWithUsers(Action<string>? told = null) => BridgeProcess.Start(Built.Product, httpPort, ["run", "--site", SiteFile, "--demo-users", Users], told);

    /// <summary>Another program in the product's place, or the product in another environment.</summary>
    public BridgeProcess Start(string assembly, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment) =>
        BridgeProcess.Start(assembly, httpPort, arguments, told: null, environment);

    /// <summary>A verb of the product, run to its end.</summary>
    public Task<ProgramEnd> RunVerbAsync(IReadOnlyList<string> verb, CancellationToken cancellationToken) =>
        ExternalProgram.RunAsync("dotnet", [Built.Product, .. verb, "--site", SiteFile], cancellationToken);

    /// <summary>The register's own id of somebody of the lists, as a desk has it that saw her before she moved out.</summary>
    public string MemberId(string key)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = Register, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM member WHERE key = $key";
        command.Parameters.AddWithValue("$key", key);
        return (string)command.ExecuteScalar()!;
    }

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        var report = IsInOrder && File.Exists(Journal) ? JournalInvariants.Check(Journal, TimeProvider.System.GetUtcNow()) : InvariantReport.None;
        Directory.Delete(folder, recursive: true);
        TestContext.Current.TestOutputHelper?.WriteLine(report.ToString());
        Assert.True(report.Violations.Count == 0, report.ToString());
    }

    private static string WithReaders(string site) => site
        .Replace("\"tower\": {towerLine}", "\"tower\": {towerLine},\n    \"readers\": {readersLine}", StringComparison.Ordinal)
        .Replace("\"lobby-main-lock\": {", "\"lobby-main-reader\": { \"line\": \"readers\", \"address\": 1 },\n    "
            + "\"lobby-back-reader\": { \"line\": \"readers\", \"address\": 2 },\n    \"lobby-main-lock\": {", StringComparison.Ordinal)
        .Replace("lobby-main-lock.reader", "lobby-main-reader.reader", StringComparison.Ordinal)
        .Replace("lobby-back-lock.reader", "lobby-back-reader.reader", StringComparison.Ordinal);

    private async Task WriteSiteAsync(int mqttPort, Func<string, string> change, CancellationToken cancellationToken)
    {
        using var template = typeof(Installation).Assembly.GetManifestResourceStream("end-to-end-site.json")
            ?? throw new InvalidOperationException("The site file is not in the assembly.");
        using var reader = new StreamReader(template, Encoding.UTF8);
        var text = change(await reader.ReadToEndAsync(cancellationToken))
            .Replace("{lobbyPort}", PortOf(World.Lines["lobby"].Address), StringComparison.Ordinal)
            .Replace("{towerLine}", TowerLine(World.Lines["tower"].Address), StringComparison.Ordinal)
            .Replace("{readersLine}", World.Lines.TryGetValue("readers", out var readers) ? ReadersLine(readers.Address, World.ReaderLine("readers").Pace.BitsPerSecond) : "", StringComparison.Ordinal)
            .Replace("{callsLine}", World.Lines.TryGetValue("calls", out var calls) ? LobbySite.Line(calls.Address) : "", StringComparison.Ordinal)
            .Replace("{httpPort}", httpPort.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{mqttPort}", mqttPort.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{times}", "\"releaseTime\": \"1 s\", \"extendedReleaseTime\": \"1 s\", \"entryWindow\": \"2 s\", \"openTime\": \"5 s\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(SiteFile, text, cancellationToken);
    }

    private static string PortOf(string address) => address[(address.LastIndexOf(':') + 1)..];

    // Windows has no pseudo-terminals: there the second line is RTU over TCP.
    private static string TowerLine(string address) => Path.IsPathRooted(address)
        ? $$"""{ "kind": "modbusRtu", "serialPort": "{{address}}", "baud": 115200 }"""
        : $$"""{ "kind": "modbusRtuOverTcp", "host": "127.0.0.1", "port": {{PortOf(address)}} }""";

    private static string ReadersLine(string address, int baud) => Path.IsPathRooted(address)
        ? $$"""{ "kind": "osdp", "serialPort": "{{address}}", "baud": {{baud}} }"""
        : $$"""{ "kind": "osdpTcp", "host": "127.0.0.1", "port": {{PortOf(address)}} }""";

    private static string Csv()
    {
        var csv = new StringBuilder("holder,name,unit,kind,card,pin,access_levels,disabled\n");
        for (var number = FirstCard; number < FirstCard + Residents; number++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"holder-{number},Resident {number},{number},resident,26:{Facility}/{number},{(number == FirstCard + Residents - 1 ? Pin : "")},everywhere,\n");
        }

        return csv.ToString();
    }
}
