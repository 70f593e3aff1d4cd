using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Bridge.EndToEnd.Tests.Security;

/// <summary>
/// Bodies that are larger, deeper or more costly to read than they have any reason to be, at every endpoint that takes one: each is refused, none is kept in
/// memory, and the next request is answered as before.
/// </summary>
[Collection(GuardedScenes.Name)]
public sealed class BodyTests(GuardedScene scene, ITestOutputHelper output)
{
    private const int Megabyte = 1024 * 1024;
    private const int LargestList = 10 * Megabyte;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AreRefusedAtEveryEndpoint()
    {
        using var takers = await BodyTakers.FindAsync(scene, Token);
        var bomb = Bomb();
        var before = scene.Memory();
        var (sent, reached) = (0, new HashSet<string>());
        foreach (var (method, path) in takers.Endpoints)
        {
            // One who may is enough: who else may is another test's.
            if (await WhoMayAsync(takers, method, path) is { } name)
            {
                sent += await SendAllAsync(takers, name, method, path, bomb);
                reached.Add($"{method} {path}");
            }
        }

        Assert.True(reached.Count >= 25, $"only {reached.Count} were reached: {string.Join(", ", reached)}");
        using var gate = await scene.SignInAsync("gate", Token);
        var grown = (scene.Memory() - before) / Megabyte;
        output.WriteLine($"{sent} bodies at {reached.Count} endpoints, none taken; the product's memory grew by {grown} MB; one bomb would be {BombSize / Megabyte} MB");
        Assert.InRange(grown, long.MinValue, BombSize / Megabyte / 2);
    }

    /// <summary>A hundred megabytes without saying so: the product hangs up long before it has them.</summary>
    [Fact]
    public async Task WhatNeverEndsIsNotListenedTo()
    {
        using var visitor = await scene.SignInAsync("gate", Token);
        foreach (var path in (string[])["/api/v1/session", "/sign-in", "/api/v1/lobbies/a/announcements"])
        {
            var endless = new EndlessBody(100 * Megabyte);
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = endless };
            try
            {
                using var answer = await visitor.SendAsync(request, Token);
                Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{path}: {answer.StatusCode}");
            }
            catch (HttpRequestException hungUp)
            {
                output.WriteLine($"{path}: {hungUp.InnerException?.Message ?? hungUp.Message}");
            }

            output.WriteLine($"{path}: {endless.Written / 1024} kB of 100 MB went out");
            Assert.InRange(endless.Written, 1, 30 * Megabyte);
        }

        Assert.True(await visitor.IsSignedInAsync(Token));
    }

    private static async Task<string?> WhoMayAsync(BodyTakers takers, string method, string path)
    {
        foreach (var name in takers.People)
        {
            using var content = Json("{");
            if ((await takers.SendAsync(name, method, path, content, Token)).Status != HttpStatusCode.Forbidden)
            {
                return name;
            }
        }

        return null;
    }

    private static async Task<int> SendAllAsync(BodyTakers takers, string name, string method, string path, byte[] bomb)
    {
        // A list of the register may have ten megabytes, everything else has one.
        var limit = path.EndsWith("/import", StringComparison.Ordinal) ? LargestList : Megabyte;
        var sent = 0;
        foreach (var (content, why) in Bodies(limit, bomb))
        {
            using (content)
            {
                var (status, body) = await takers.SendAsync(name, method, path, content, Token);
                Assert.True(status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType, $"{name} {method} {path}, {why}: {status} {body}");
                sent++;
            }
        }

        return sent;
    }

    private const long BombSize = 200L * Megabyte;

    private static IEnumerable<(HttpContent Content, string Why)> Bodies(int limit, byte[] bomb)
    {
        yield return (Json(new string(' ', limit) + "{}"), "more than its limit");
        yield return (new ChunkedBody(Encoding.UTF8.GetBytes(new string(' ', limit) + "{}")), "the same without its length");
        yield return (Json(Nested(33)), "one level too deep");
        yield return (Json(Nested(100_000)), "a hundred thousand levels");
        yield return (Json($$"""{ "name": {{Nested(33)}} }"""), "too deep within a member");
        yield return (Json($"{{ {string.Join(", ", Enumerable.Range(0, 20_000).Select(number => $"\"a{number}\": 1"))} }}"), "twenty thousand members");
        yield return (Json($$"""{ "name": "{{new string('a', 2001)}}", "reason": "{{new string('b', 2001)}}" }"""), "a text that nobody reads to its end");
        yield return (Packed(bomb, "gzip"), "a bomb, and it says so");
        yield return (Packed(bomb, "deflate"), "a bomb that says that it is another");
        yield return (Packed(bomb, null), "a bomb that does not say so");
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static ByteArrayContent Packed(byte[] bomb, string? encoding)
    {
        var content = new ByteArrayContent(bomb);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (encoding is not null)
        {
            content.Headers.ContentEncoding.Add(encoding);
        }

        return content;
    }

    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            var part = Encoding.ASCII.GetBytes(new string(' ', Megabyte));
            for (var size = 0L; size < BombSize; size += part.Length)
            {
                zip.Write(part);
            }

            zip.Write("{}"u8);
        }

        // It has to come through the limit of a body, or it is none.
        var bomb = packed.ToArray();
        Assert.InRange(bomb.Length, 1, Megabyte - 1);
        return bomb;
    }
}
