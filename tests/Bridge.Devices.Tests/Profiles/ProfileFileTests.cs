using Bridge.Devices.Profiles;

namespace Bridge.Devices.Tests.Profiles;

/// <summary>Wrong profile files: each gets one error that somebody who has never seen the program can act on.</summary>
public sealed class ProfileFileTests(ITestOutputHelper output)
{
    private const string UpTime = """ "restart": { "kind": "falls", "table": "input", "address": 50, "registers": 2 }, """;

    /// <summary>What is replaced in the right file, by what, and what the error must say.</summary>
    public static TheoryData<string, string, string, string> Wrong => new()
    {
        { "unknown key", "\"sources\"", "\"docs\": 1, \"sources\"", "$.docs: unknown key 'docs'" },
        { "unknown key deep inside", "\"maximum\": 32767", "\"maximum\": 32767, \"minimun\": 1", "unknown key 'minimun'" },
        { "missing address", "\"table\": \"discrete\", \"address\": 0", "\"table\": \"discrete\"", "$.inputs[0]: missing 'address'" },
        { "missing name", "\"name\": \"test-relay\",", "", "missing 'name'" },
        { "no sources", "[ \"this file\" ]", "[]", "sources: name at least one document" },
        { "an empty source", "[ \"this file\" ]", "[ \" \" ]", "sources: name at least one document" },
        { "capitals in the name", "\"test-relay\"", "\"Test Relay\"", "name: 'Test Relay' must be of lower-case letters" },
        { "count 0", "\"name\": \"input\", \"count\": 4", "\"name\": \"input\", \"count\": 0", "inputs[0]: count must be 1 to 64" },
        { "count too large", "\"name\": \"relay\", \"count\": 4", "\"name\": \"relay\", \"count\": 65", "outputs[0]: count must be 1 to 64" },
        { "addresses run out", "\"discrete\", \"address\": 0", "\"discrete\", \"address\": 65533", "inputs[0]: the addresses run past 65535" },
        { "address too large", "\"discrete\", \"address\": 0", "\"discrete\", \"address\": 70000", "must be a number from 0 to 65535" },
        { "not hexadecimal", "\"0x0200\"", "\"0x02G0\"", "must be a number from 0 to 65535, or one like \"0x0200\"" },
        { "unknown table", "\"table\": \"discrete\"", "\"table\": \"contacts\"", "$.inputs[0].table: must be one of coil, discrete, holding, input" },
        { "unknown pulse", "\"kind\": \"coilValue\"", "\"kind\": \"toggle\"", "\"kind\" must be one of coilValue" },
        { "bit of a coil", "\"discrete\", \"address\": 0", "\"discrete\", \"address\": 0, \"bit\": 1", "inputs[0]: bit and onValue are for registers" },
        { "bit 16", "\"bit\": 3", "\"bit\": 16", "inputs[1]: bit must be 0 to 15" },
        { "counter of 8 bits", "\"bits\": 32", "\"bits\": 8", "inputs[1].counter: bits must be 16 or 32" },
        { "overlapping names", "\"name\": \"state\"", "\"name\": \"input2\"", "the name 'input2' is used for two points" },
        { "names that differ in case only", "\"name\": \"state\"", "\"name\": \"INPUT2\"", "is used for two points" },
        { "two inputs on one bit", "\"address\": 0 },\n", "\"address\": 0, \"step\": 0 },\n", "inputs: 'input1' and 'input2' and 'input3' and 'input4' read the same bit" },
        { "two outputs on one coil", "\"address\": 0, \"value\": 0 }", "\"address\": 0, \"step\": 0, \"value\": 0 }", "are switched by the same address" },
        { "off by writing an input", "\"off\": { \"table\": \"coil\"", "\"off\": { \"table\": \"discrete\"", "outputs[0].off: Discrete is read-only" },
        { "a pulse of no unit", "\"milliseconds\": 100", "\"milliseconds\": 0", "outputs[0].pulse.units: milliseconds must be more than 0" },
        { "a maximum that does not fit", "\"maximum\": 32767", "\"maximum\": 70000", "maximum 70000 does not fit into the register" },
        { "a level that claims to be timed", "\"kind\": \"coilValue\", \"address\": \"0x0200\", \"units\": { \"milliseconds\": 100, \"maximum\": 32767 }",
            "\"kind\": \"level\", \"on\": { \"table\": \"coil\", \"address\": 0, \"value\": 65280 }", "selfEnding deviceTimedPulse needs a pulse that the device times" },
        { "a watchdog without its time", "\"deviceTimedPulse\"", "\"deviceWatchdog\"", "selfEnding deviceWatchdog needs watchdogMilliseconds" },
        { "unknown self-ending", "\"deviceTimedPulse\"", "\"host\"", "$.outputs[0].selfEnding: must be one of none, deviceTimedPulse" },
        { "a setting for no output", "\"output\": \"relay\"", "\"output\": \"door\"", "is for the output 'door1', which does not exist" },
        { "a setting without a value", "\"value\": 0, \"output\"", "\"output\"", "settings[0]: missing 'value', or 'minimum' and 'maximum'" },
        { "a value and a range", "\"value\": 0, \"output\"", "\"value\": 0, \"maximum\": 3, \"output\"", "settings[0]: either 'value' or a range" },
        { "the same key twice", "\"title\": \"A relay for tests\"", "\"title\": \"A\", \"title\": \"B\"", "is given twice" },
        { "a card memory without a boot number", "\"settings\"", ProfileTexts.Events + "\"settings\"", "events: needs 'restart' with kind changes (a boot number)" },
        { "a card memory with an up-time only", "\"settings\"", ProfileTexts.Events + UpTime + "\"settings\"", "events: needs 'restart' with kind changes (a boot number)" },
        { "not JSON", "\"sources\":", "\"sources\"", "test.json(4)" },
        { "null", "\"title\": \"A relay for tests\"", "\"title\": null", "$.title: must not be null" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void GetsOneClearError(string why, string replaced, string by, string expected)
    {
        Assert.Contains(replaced, ProfileTexts.Right, StringComparison.Ordinal);
        var text = ReplaceFirst(ProfileTexts.Right, replaced, by);
        var failed = Assert.IsType<ProfileRead.Failed>(ProfileReader.Read(text, "test.json"));
        output.WriteLine($"{why}: {failed.Error}");
        Assert.StartsWith("test.json", failed.Error, StringComparison.Ordinal);
        Assert.Contains(expected, failed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Bridge.", failed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", failed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void TheRightFileIsRead()
    {
        var profile = Assert.IsType<ProfileRead.Parsed>(ProfileReader.Read(ProfileTexts.Right, "test.json")).Profile;
        Assert.Equal(["input1", "input2", "input3", "input4", "state", "relay1", "relay2", "relay3", "relay4"], profile.PointNames);
        Assert.Equal(new PulseTiming.CoilValue(0x0203, new PulseUnits(TimeSpan.FromMilliseconds(100), 1, 32767)), profile.FindOutput("relay4")!.Pulse);
        Assert.Equal(4099, profile.Settings[3].Address);
        Assert.Equal("relay4", profile.Settings[3].Output);
    }

    [Fact]
    public void ACardMemoryWithABootNumberIsRead()
    {
        var text = ReplaceFirst(ProfileTexts.Right, "\"settings\"", ProfileTexts.Events + UpTime.Replace("falls", "changes", StringComparison.Ordinal) + "\"settings\"");
        Assert.NotNull(Assert.IsType<ProfileRead.Parsed>(ProfileReader.Read(text, "test.json")).Profile.Events);
    }

    [Fact]
    public void ASiteAddsItsOwnProfilesAllOrNothing()
    {
        var directory = Directory.CreateTempSubdirectory("profiles-");
        try
        {
            File.WriteAllText(Path.Combine(directory.FullName, "mine.json"), ProfileTexts.Right);
            var loaded = Assert.IsType<ProfileCatalogLoaded.Loaded>(ProfileCatalog.Load(directory.FullName));
            Assert.NotNull(loaded.Catalog.Find("test-relay"));
            Assert.NotNull(loaded.Catalog.Find("waveshare-relay-8"));

            File.WriteAllText(Path.Combine(directory.FullName, "theirs.json"), ProfileTexts.Right.Replace("test-relay", "waveshare-relay-8", StringComparison.Ordinal));
            File.WriteAllText(Path.Combine(directory.FullName, "wrong.json"), "{");
            var failed = Assert.IsType<ProfileCatalogLoaded.Failed>(ProfileCatalog.Load(directory.FullName));
            Assert.Equal(2, failed.Errors.Count);
            Assert.Contains("a profile named 'waveshare-relay-8' exists already", failed.Errors[0], StringComparison.Ordinal);
            Assert.IsType<ProfileCatalogLoaded.Failed>(ProfileCatalog.Load(Path.Combine(directory.FullName, "absent")));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static string ReplaceFirst(string text, string replaced, string by)
    {
        var at = text.IndexOf(replaced, StringComparison.Ordinal);
        return text[..at] + by + text[(at + replaced.Length)..];
    }
}
