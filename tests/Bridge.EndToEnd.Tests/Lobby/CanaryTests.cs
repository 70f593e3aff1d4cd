using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Intercoms;

namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>What is personal stays where it is needed: nothing of it is in the journal, on MQTT, in the log or in the metrics, however it is written.</summary>
[Collection(LobbyScenes.Name)]
public sealed class CanaryTests(LobbyScene scene, ITestOutputHelper output)
{
    private const string Visitor = "欧阳金丝雀";
    private const string Latin = "Zephyrina Quillfeather";
    private const string Phone = "13907316824";
    private const string Company = "Quetzalcoatl Movers";

    /// <summary>Of the register: whom the visitor asks for, and why the control room answers for A-1801.</summary>
    private static readonly string[] Registered = ["钱文", "not to be disturbed", "刘洋", "李建国"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Names_numbers_and_sealed_reasons_are_nowhere()
    {
        scene.Station.Board.Conduct("1203", new UnitConduct(UnitReaction.Answers, After: 1, UnlocksAfter: 1, Talks: 2));
        var id = await scene.OpenCaseAsync("visitor", Token);
        await scene.CallsAsync($"cases/{id}/visit", new JsonObject
        {
            ["visitor"] = Visitor, ["host"] = "李建国", ["unit"] = "A-1203", ["organisation"] = Company, ["purpose"] = Latin, ["phone"] = Phone,
        }, Token);
        await scene.UntilAsync(id, "cleared", Token);
        await scene.OpensOnceAsync(id, Token);
        var special = await scene.OpenCaseAsync("visitor", Token);
        await scene.DoAsync("la", $"cases/{special}/visit", new JsonObject { ["visitor"] = Visitor, ["host"] = "钱文", ["unit"] = "A-1801" }, Token);
        var request = (await scene.GetAsync("ccr", "requests", Token)).AsArray().Single(one => one!["case"]!.GetValue<long>() == special)!;
        Assert.Equal(Visitor, request["visitor"]!.GetValue<string>());
        await scene.DoAsync("ccr", $"requests/{request["id"]}/answer", new JsonObject { ["answer"] = "no", ["reason"] = Latin }, Token);
        await scene.ToldAsync(special, "caseMoved", "controlRoomRefused", Token);

        var places = await PlacesAsync();
        var trials = 0;
        foreach (var (place, bytes) in places)
        {
            foreach (var canary in (string[])[Visitor, Latin, Phone, Company, .. Registered])
            {
                foreach (var (encoding, pattern) in Writings(canary))
                {
                    trials++;
                    Assert.True(bytes.AsSpan().IndexOf(pattern) < 0, $"{canary} is in {place}, as {encoding}");
                }
            }
        }

        // The search itself finds: each writing of a canary in a text that holds it.
        var found = Writings(Visitor).Count(one => Encoding.UTF8.GetBytes("x").Concat(one.Pattern).ToArray().AsSpan().IndexOf(one.Pattern) > 0);
        Assert.Equal(Writings(Visitor).Count, found);
        var register = await File.ReadAllBytesAsync(scene.Installation.Register, Token);
        Assert.True(register.AsSpan().IndexOf(Encoding.UTF8.GetBytes("李建国")) > 0, "the register, where names are at home, must be found by the same search");
        output.WriteLine($"0 of {trials} searches in {places.Count} places found anything; the control in the register was found");
    }

    private async Task<Dictionary<string, byte[]>> PlacesAsync()
    {
        using var client = new HttpClient();
        var metrics = await client.GetStringAsync(new Uri(scene.Installation.Api, "/metrics"), Token);
        var places = new Dictionary<string, byte[]>
        {
            ["MQTT"] = Encoding.UTF8.GetBytes(string.Join('\n', scene.Observer.Heard.Select(message => message.Topic + message.Payload))),
            ["log"] = Encoding.UTF8.GetBytes(scene.Output),
            ["metrics"] = Encoding.UTF8.GetBytes(metrics),
        };
        foreach (var file in Directory.GetFiles(scene.Installation.DataDirectory, "journal.db*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            places[Path.GetFileName(file)] = await File.ReadAllBytesAsync(file, Token);
        }

        return places;
    }

    private static IReadOnlyList<(string Encoding, byte[] Pattern)> Writings(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var wide = Encoding.Unicode.GetBytes(text);
        byte[] Ascii(string written) => Encoding.ASCII.GetBytes(written);
        return
        [
            ("UTF-8", utf8), ("UTF-16 LE", wide), ("UTF-16 BE", Encoding.BigEndianUnicode.GetBytes(text)),
            ("hex", Ascii(Convert.ToHexStringLower(utf8))), ("HEX", Ascii(Convert.ToHexString(utf8))),
            // Of base64 the middle, which does not depend on what follows; at each of the three places it can begin.
            .. Enumerable.Range(0, 3).Select(shift => ($"base64 from {shift}", Ascii(Middle(Convert.ToBase64String([.. new byte[shift], .. utf8]), shift)))),
            .. Enumerable.Range(0, 3).Select(shift => ($"base64 of UTF-16 from {shift}", Ascii(Middle(Convert.ToBase64String([.. new byte[shift], .. wide]), shift)))),
            ("percent", Ascii(Uri.EscapeDataString(text) is var escaped && escaped == text ? "%" + text : escaped)),
            ("JSON escapes", Ascii(string.Concat(text.Select(letter => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"))))),
            ("reversed", Encoding.UTF8.GetBytes(string.Concat(text.Reverse()))),
        ];
    }

    private static string Middle(string base64, int shift) => base64[(shift == 0 ? 0 : 4)..^4] is { Length: > 0 } middle ? middle : base64;
}
