using System.Text;
using Bridge.Devices.Osdp;
using Bridge.Devices.Osdp.Cards;
using Bridge.Host.Configuration;

namespace Bridge.Host.Tests.Configuration;

/// <summary>OSDP readers in the site file, and their keys beside it.</summary>
public sealed class OsdpSiteTests
{
    private const string Key = "5d2f0c11a97be3446208c1f07b93d85e";
    private const string Other = "a1b2c3d4e5f60718293a4b5c6d7e8f90";
    private const string Master = "000102030405060708090a0b0c0d0e0f";

    private const string Site = """
        {
          "site": "harbour-tower", "timeZone": "Asia/Hong_Kong", "dataDirectory": "data",
          "lines": {
            "gate": { "kind": "osdp", "serialPort": "/dev/ttyS7", "baud": 38400 },
            "relays": { "kind": "modbusTcp", "host": "192.0.2.1" }
          },
          "devices": {
            "outside": { "line": "gate", "address": 5 },
            "inside": { "line": "gate", "address": 0, "poll": "100 ms"SECURE },
            "board": { "line": "relays", "unit": 1, "profile": "waveshare-relay-8-di" }
          },
          "accessLevels": { "residents": { "doors": "all", "schedule": "always" } },
          "doors": {
            "main": {
              "lock": "board.relay1",
              "contact": { "point": "outside.input1", "onMeans": "open" },
              "tamper": "outside.tamper",
              "readers": {
                "outside": { "source": "outside.reader", "authentication": "cardAndPin" },
                "inside": { "source": "inside.reader", "authentication": "card", "indicator": "inside.feedback" }
              }
            }
          },
          "mqtt": { "broker": "embedded", "port": 1883 }, "http": { "listen": "127.0.0.1:8480" }
        }
        """;

    private static string Both => $$"""{ "outside": { "key": "{{Key}}" }, "inside": { "key": "{{Other}}", "clientId": "cafe010102040302" } }""";

    [Fact]
    public void AReaderIsSecureUnlessTheSiteSaysOtherwise()
    {
        using var folder = Folder(Both);
        var loaded = Assert.IsType<LoadResult.Loaded>(ConfigurationLoader.Load(folder.SiteFile));
        var line = loaded.Configuration.Lines.Single(line => line.Kind == "osdp");
        Assert.Equal([(5, "outside"), (0, "inside")], line.Devices.Select(device => ((int)device.Unit, device.Device.Value)));
        Assert.All(line.Devices, device => Assert.True(device.Osdp!.Secure));
        Assert.Equal(Key, Convert.ToHexStringLower(line.Devices[0].Osdp!.Key.Span));
        Assert.Equal("cafe010102040302", Convert.ToHexStringLower(line.Devices[1].Osdp!.ClientId.Span));
        Assert.Equal(["reader", "feedback", "input1", "tamper"], line.Devices[0].Points.Select(point => point.Point).OrderBy(point => "rfit".IndexOf(point[0], StringComparison.Ordinal)));
        Assert.Equal("outside.feedback", loaded.Configuration.Wiring.AccessPoints[0].Indicator.ToString());
    }

    [Fact]
    public void AReaderWithoutAKeyWaitsForItsEnrolmentAndTheOthersWork()
    {
        using var folder = Folder($$"""{ "inside": { "key": "{{Other}}" } }""");
        var loaded = Assert.IsType<LoadResult.Loaded>(ConfigurationLoader.Load(folder.SiteFile));
        var readers = loaded.Configuration.Lines.Single(line => line.Kind == "osdp").Devices;
        Assert.Equal([("outside", true, 0), ("inside", true, 16)], readers.Select(reader => (reader.Device.Value, reader.Osdp!.Secure, reader.Osdp.Key.Length)));
        Assert.Contains(loaded.Warnings, warning => warning.ToString().Contains("outside has no key", StringComparison.Ordinal)
            && warning.ToString().Contains("osdp enrol --reader outside", StringComparison.Ordinal));
        File.Delete(Path.Combine(folder.Path, "data", "secrets", "osdp-keys.json"));
        var none = Assert.IsType<LoadResult.Loaded>(ConfigurationLoader.Load(folder.SiteFile));
        Assert.All(none.Configuration.Lines.Single(line => line.Kind == "osdp").Devices, reader => Assert.True(reader.Osdp is { Secure: true, Key.IsEmpty: true }));
    }

    [Theory]
    [InlineData($$"""{ "outside": { "key": "{{Key}}", "pending": "{{Other}}" } }""", Key, Other, "both")]
    [InlineData($$"""{ "outside": { "pending": "{{Other}}" } }""", "", Other, "a first enrolment that was cut short")]
    public void APendingKeyIsTriedAfterTheReadersOwn(string keys, string own, string pending, string why)
    {
        using var folder = Folder(keys);
        var loaded = Assert.IsType<LoadResult.Loaded>(ConfigurationLoader.Load(folder.SiteFile));
        var security = loaded.Configuration.Lines.Single(line => line.Kind == "osdp").Devices[0].Osdp!;
        Assert.True((own, pending) == (Convert.ToHexStringLower(security.Key.Span), Convert.ToHexStringLower(security.PendingKey.Span)), why);
    }

    [Theory]
    [InlineData("", false, false, "not said: any door")]
    [InlineData("anyDoor", false, false, "any door")]
    [InlineData("interiorOnly", false, true, "the main door is no interior one")]
    [InlineData("interiorOnly", true, false, "an interior door")]
    [InlineData("nothing", true, true, "not even that")]
    public void TheSiteLimitsWhatAReaderInClearMayOpen(string reach, bool interior, bool refused, string why)
    {
        var site = reach.Length == 0 ? Site : Good.Replace(Site, "\"mqtt\":", $"\"clearReaders\": \"{reach}\", \"mqtt\":");
        site = interior ? Good.Replace(site, "\"main\": {", "\"main\": { \"interior\": true,") : site;
        using var folder = Folder($$"""{ "outside": { "key": "{{Key}}" } }""", """, "secure": false""", site);
        var loaded = Assert.IsType<LoadResult.Loaded>(ConfigurationLoader.Load(folder.SiteFile));
        var rules = loaded.Configuration.Rules.AccessPoints.Values.ToDictionary(each => each.AccessPoint.Value, each => each.RefusedInClear);
        Assert.False(rules["main.outside"], "it is secure");
        Assert.True(rules["main.inside"] == refused, why);
        Assert.Equal(refused, loaded.Warnings.Any(warning => warning.ToString().Contains("nobody can come in there", StringComparison.Ordinal)));
    }

    [Fact]
    public void AKeypadWorksAsTheSiteSays()
    {
        var keypad = """{ "star": "enter", "hash": "ignore", "timeout": "5 s", "longestPin": 6, "completeAt": 4 }""";
        using var folder = Folder(Both, site: Good.Replace(Site, "\"address\": 5", $"\"address\": 5, \"keypad\": {keypad}"));
        var loaded = Assert.IsType<LoadResult.Loaded>(ConfigurationLoader.Load(folder.SiteFile));
        var readers = loaded.Configuration.Lines.Single(line => line.Kind == "osdp").Devices;
        Assert.Equal(new KeypadRules(KeyMeaning.Enter, KeyMeaning.Ignore, TimeSpan.FromSeconds(5), 6, 4), readers[0].Keypad);
        Assert.Equal(KeypadRules.Standard, readers[1].Keypad);
    }

    [Theory]
    [InlineData("""{ "star": "explode" }""", "enter")]
    [InlineData("""{ "timeout": "1 h" }""", "2 s")]
    [InlineData("""{ "longestPin": 33 }""", "1 to 32")]
    [InlineData("""{ "longestPin": 4, "completeAt": 6 }""", "cannot be complete at 6 of 4 digits")]
    [InlineData("""{ "hash": "clear" }""", "no key and no number of digits completes a PIN")]
    [InlineData("""{ "pound": "enter" }""", "unknown key")]
    public void AKeypadThatCannotWorkIsRefused(string keypad, string says)
    {
        using var folder = Folder(Both, site: Good.Replace(Site, "\"address\": 5", $"\"address\": 5, \"keypad\": {keypad}"));
        var refused = Assert.IsType<LoadResult.Refused>(ConfigurationLoader.Load(folder.SiteFile));
        Assert.Contains(says, string.Join('\n', refused.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[\"H10301\", \"H10304\"]", "H10301 H10304", "the other 37 bits")]
    [InlineData("[]", "", "no parity is looked at")]
    public void AReaderKnowsTheFormatsThatTheSiteNames(string formats, string known, string why)
    {
        using var folder = Folder(Both, site: Good.Replace(Site, "\"address\": 5", $"\"address\": 5, \"cardFormats\": {formats}"));
        var loaded = Assert.IsType<LoadResult.Loaded>(ConfigurationLoader.Load(folder.SiteFile));
        var readers = loaded.Configuration.Lines.Single(line => line.Kind == "osdp").Devices;
        Assert.True(known == string.Join(' ', readers[0].CardFormats), why);
        Assert.Equal(CardFormats.StandardNames, readers[1].CardFormats);
    }

    [Theory]
    [InlineData("[\"H10303\"]", "there is no card format H10303")]
    [InlineData("[\"H10302\", \"H10304\"]", "both have 37 bits")]
    [InlineData("\"H10301\"", "a list of card formats")]
    [InlineData("[26]", "a list of card formats")]
    public void FormatsThatAreNoneOrClashAreRefused(string formats, string says)
    {
        using var folder = Folder(Both, site: Good.Replace(Site, "\"address\": 5", $"\"address\": 5, \"cardFormats\": {formats}"));
        var refused = Assert.IsType<LoadResult.Refused>(ConfigurationLoader.Load(folder.SiteFile));
        Assert.Contains(says, string.Join('\n', refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherWordForTheReachIsRefused()
    {
        using var folder = Folder(Both, site: Good.Replace(Site, "\"mqtt\":", "\"clearReaders\": \"some\", \"mqtt\":"));
        var refused = Assert.IsType<LoadResult.Refused>(ConfigurationLoader.Load(folder.SiteFile));
        Assert.Contains("interiorOnly", string.Join('\n', refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void AReaderInClearHasToBeAskedForAndIsWarnedOf()
    {
        using var folder = Folder($$"""{ "outside": { "key": "{{Key}}" } }""", """, "secure": false""");
        var loaded = Assert.IsType<LoadResult.Loaded>(ConfigurationLoader.Load(folder.SiteFile));
        Assert.Equal([true, false], loaded.Configuration.Lines.Single(line => line.Kind == "osdp").Devices.Select(device => device.Osdp!.Secure));
        Assert.Contains(loaded.Warnings, warning => warning.ToString().Contains("inside is read in clear", StringComparison.Ordinal));
    }

    [Fact]
    public void AKeyIsMadeFromTheMasterKeyAndWhatTheReaderSaysOfItself()
    {
        using var folder = Folder($$"""{ "outside": { "clientId": "cafe010102040302" }, "inside": { "key": "{{Other}}" } }""");
        Secret(folder, "osdp-master-key", Master + "\n");
        var loaded = Assert.IsType<LoadResult.Loaded>(ConfigurationLoader.Load(folder.SiteFile));
        Assert.Equal("435381a147bd9b44ab44791d90115de1",
            Convert.ToHexStringLower(loaded.Configuration.Lines.Single(line => line.Kind == "osdp").Devices[0].Osdp!.Key.Span));
    }

    [Theory]
    [InlineData("""{ "outside": { "key": "30313233343536373839 3a3b3c3d3e3f" } }""", "32 hexadecimal digits", "a blank in it")]
    [InlineData("""{ "outside": { "key": "0011" } }""", "32 hexadecimal digits", "too short")]
    [InlineData("""{ "outside": { "key": "303132333435363738393a3b3c3d3e3f" } }""", "DefaultKey", "the key that everybody knows")]
    [InlineData("""{ "outside": { "key": "00000000000000000000000000000000" } }""", "AllZero", "no key at all")]
    [InlineData("""{ "outside": { "key": "0f0e0d0c0b0a09080706050403020100" } }""", "Counting", "typed by somebody in a hurry")]
    [InlineData("""{ "outside": { "key": "5d2f0c11a97be3446208c1f07b93d85e" }, "inside": { "key": "5d2f0c11a97be3446208c1f07b93d85e" } }""", "the same key", "one stolen reader opens both")]
    [InlineData("""{ "outside": { "key": "5d2f0c11a97be3446208c1f07b93d85e", "clientId": "12" } }""", "clientId must be 16", "too short")]
    [InlineData("""{ "outside": { "key": "5d2f0c11a97be3446208c1f07b93d85e", "pending": "12" } }""", "pending must be 32", "too short")]
    [InlineData("""{ "outside": { "key": "5d2f0c11a97be3446208c1f07b93d85e", "pending": "303132333435363738393a3b3c3d3e3f" } }""", "DefaultKey", "nobody enrols to that")]
    [InlineData("""{ "outside": { } }""", "neither a key", "nothing to make a key from")]
    [InlineData("""{ "outside": { "clientId": "cafe010102040302" } }""", "made from the master key", "and there is no master key")]
    [InlineData("""{ "outside": { "kee": "5d2f0c11a97be3446208c1f07b93d85e" } }""", "line 1", "a word that is none")]
    [InlineData("[]", "expected an object", "no object")]
    public void AKeyThatCannotBeUsedIsRefusedAndNotShown(string keys, string says, string why)
    {
        using var folder = Folder(keys);
        var refused = Assert.IsType<LoadResult.Refused>(ConfigurationLoader.Load(folder.SiteFile));
        var errors = string.Join('\n', refused.Errors);
        Assert.True(errors.Contains(says, StringComparison.Ordinal), $"{why}: {errors}");
        Assert.DoesNotContain("5d2f0c", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("303132", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void AKeyFileThatOthersCanReadIsRefused()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("needs Unix modes");
            return;
        }

        using var folder = Folder(Both);
        File.SetUnixFileMode(Path.Combine(folder.Path, "data", "secrets", "osdp-keys.json"), UnixFileMode.UserRead | UnixFileMode.GroupRead);
        var refused = Assert.IsType<LoadResult.Refused>(ConfigurationLoader.Load(folder.SiteFile));
        Assert.Contains("0600", string.Join('\n', refused.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"address\": 5", "\"address\": 127", "from 0 to 126", "the configuration address")]
    [InlineData("\"address\": 0", "\"address\": 5", "has address 5 on line gate already", "two with one address")]
    [InlineData("\"address\": 5", "\"unit\": 5", "unknown key", "a word of Modbus")]
    [InlineData("outside.input1", "outside.input9", "expected an input of outside", "no reader has so many")]
    [InlineData("board.relay1", "outside.reader", "expected an output of outside", "reads release nothing")]
    [InlineData("\"baud\": 38400", "\"baud\": 4800", "", "no OSDP speed")]
    [InlineData("\"baud\": 38400", "\"parity\": \"even\"", "unknown key", "OSDP has none")]
    [InlineData("outside.tamper", "outside.power", "", "power is no tamper without saying what it means")]
    public void WhatAnOsdpReaderCannotBeIsSaid(string old, string with, string says, string why)
    {
        using var folder = Folder(Both, site: Good.Replace(Site, old, with));
        var refused = Assert.IsType<LoadResult.Refused>(ConfigurationLoader.Load(folder.SiteFile));
        Assert.True(string.Join('\n', refused.Errors).Contains(says, StringComparison.Ordinal), $"{why}: {string.Join('\n', refused.Errors)}");
    }

    [Fact]
    public void ATextOfTheSecurityShowsNoKey() =>
        Assert.Equal("secure", OsdpSecurity.WithKey(Encoding.ASCII.GetBytes("sixteen secret b")).ToString());

    private static SiteFolder Folder(string keys, string secure = "", string? site = null)
    {
        var folder = SiteFolder.With((site ?? Site).Replace("SECURE", secure, StringComparison.Ordinal));
        Directory.CreateDirectory(Path.Combine(folder.Path, "data", "secrets"));
        Secret(folder, "osdp-keys.json", keys);
        return folder;
    }

    private static void Secret(SiteFolder folder, string name, string content)
    {
        var path = Path.Combine(folder.Path, "data", "secrets", name);
        File.WriteAllText(path, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
