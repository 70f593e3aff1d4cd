using System.Net;

namespace Bridge.EndToEnd.Tests.Security;

/// <summary>The sign-in pages of the running product, and those who should not get through them.</summary>
[Collection(GuardedScenes.Name)]
public sealed class SignInGuardTests(GuardedScene scene)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("la", "/desk")]
    [InlineData("gate", "/gate")]
    [InlineData("pat", "/patrol")]
    [InlineData("ccr", "/control-room")]
    [InlineData("off", "/office")]
    [InlineData("fd", "/front-desk")]
    [InlineData("audit", "/journal")]
    public async Task EachPersonComesToHisOwnPageAndOutAgain(string name, string page)
    {
        using var visitor = await scene.SignInAsync(name, Token);
        using var onward = await visitor.GetAsync("/sign-in?lang=en", Token);
        Assert.Equal((HttpStatusCode.Redirect, $"{page}?lang=en"), (onward.StatusCode, Place(onward)));
        using var left = await visitor.SubmitAsync("/sign-out?lang=en", "sign-out", [], Token);
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?lang=en"), (left.StatusCode, Place(left)));
        Assert.Equal(HttpStatusCode.Unauthorized, await visitor.SessionStatusAsync(Token));
    }

    /// <summary>Fixation: what an attacker planted or copied before a step is worth nothing after it.</summary>
    [Fact]
    public async Task EachStepGivesAnotherTokenAndTheOldOneIsDead()
    {
        using var visitor = scene.Visitor();
        var (password, key) = await scene.UserAsync("tl", Token);
        visitor.Plant(PageVisitor.SessionCookie, "planted");
        using var first = await visitor.GivePasswordAsync("tl", password, Token);
        var pending = visitor.Session!;
        Assert.NotEqual("planted", pending);
        using var second = await visitor.SubmitAsync("/sign-in", "code", [("code", await scene.CodeAsync("tl", key!, Token))], Token);
        var strong = visitor.Session!;
        Assert.NotEqual(pending, strong);
        foreach (var (token, alive) in ((string, bool)[])[("planted", false), (pending, false), (strong, true)])
        {
            using var thief = scene.Visitor();
            thief.Plant(PageVisitor.SessionCookie, token);
            Assert.Equal(alive ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, await thief.SessionStatusAsync(Token));
        }
    }

    [Fact]
    public async Task SigningInAgainEndsTheSessionOfBefore()
    {
        using var visitor = await scene.SignInAsync("gate", Token);
        var before = visitor.Session!;
        var (password, _) = await scene.UserAsync("gate", Token);
        using var page = scene.Visitor();
        var token = await page.TokenAsync("/sign-in", Token);
        page.Plant(PageVisitor.SessionCookie, before);
        using var refused = await page.PostAsync("/sign-in", PageVisitor.Form("password", token, [("name", "gate"), ("password", password)]), Token);
        Assert.Equal("/sign-in?lang=zh&problem=old-page", Place(refused));
        using var out1 = await visitor.SubmitAsync("/sign-out", "sign-out", [], Token);
        using var thief = scene.Visitor();
        thief.Plant(PageVisitor.SessionCookie, before);
        Assert.Equal(HttpStatusCode.Unauthorized, await thief.SessionStatusAsync(Token));
    }

    [Theory]
    [InlineData("http", false, "plain on the machine itself")]
    [InlineData("https", true, "behind a proxy with TLS")]
    public async Task CookiesAreClosed(string scheme, bool secure, string why)
    {
        using var visitor = scene.Visitor();
        var (password, _) = await scene.UserAsync("pat", Token);
        using var opening = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        opening.Headers.Add("X-Forwarded-Proto", scheme);
        using var opened = await visitor.SendAsync(opening, Token);
        var form = Assert.Single(opened.Headers.GetValues("Set-Cookie"));
        var token = System.Text.RegularExpressions.Regex.Match(await opened.Content.ReadAsStringAsync(Token), "__RequestVerificationToken\" value=\"([^\"]+)").Groups[1].Value;
        using var answer = await visitor.PostAsync(
            "/sign-in", PageVisitor.Form("password", token, [("name", "pat"), ("password", password)]), Token,
            ("X-Forwarded-Proto", scheme), ("Cookie", form.Split(';')[0]));
        var session = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains(PageVisitor.SessionCookie, StringComparison.Ordinal));
        Assert.StartsWith(secure ? "__Host-accessbridge-session=" : "accessbridge-session=", session, StringComparison.Ordinal);
        Assert.All([form, session], cookie =>
        {
            Assert.True(cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase) == secure, $"{why}: {cookie}");
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Theory]
    [InlineData("https://evil.example/", "another site")]
    [InlineData("//evil.example/", "by the scheme of this one")]
    [InlineData("/\\evil.example/", "a backslash")]
    [InlineData("/%2fevil.example", "an escaped slash")]
    [InlineData("/\t/evil.example", "a tab")]
    [InlineData("javascript:alert(1)", "a script")]
    [InlineData("/gate\r\nX-Evil: 1", "a header of its own")]
    [InlineData("@evil.example", "a user of another host")]
    public async Task NobodyIsSentToAnotherSite(string then, string why)
    {
        using var visitor = await scene.SignInAsync("gate", Token);
        using var onward = await visitor.GetAsync($"/sign-in?lang=en&then={Uri.EscapeDataString(then)}", Token);
        Assert.True(Place(onward) == "/gate?lang=en" && !onward.Headers.Contains("X-Evil"), $"{why}: {onward.Headers.Location}");
    }

    [Fact]
    public async Task StepsCannotBeLeftOut()
    {
        using var nobody = scene.Visitor();
        var token = await nobody.TokenAsync("/sign-in", Token);
        foreach (var (form, field) in ((string, string)[])[("code", "code"), ("confirm", "code"), ("authenticator", "x"), ("post", "post")])
        {
            using var answer = await nobody.PostAsync("/sign-in", PageVisitor.Form(form, token, [(field, "0")]), Token);
            Assert.True(nobody.Session is null && !await nobody.IsSignedInAsync(Token), $"{form} without a password: {answer.StatusCode}");
        }

        using var pending = scene.Visitor();
        var (password, key) = await scene.UserAsync("sup", Token);
        using var known = await pending.GivePasswordAsync("sup", password, Token);
        var session = pending.Session;
        foreach (var (form, field, why) in ((string, string, string)[])
            [("post", "post", "a post before the code"), ("authenticator", "x", "an authenticator of his own in the person's place"), ("confirm", "code", "so too")])
        {
            using var answer = await pending.SubmitAsync("/sign-in", form, [(field, "0")], Token);
            Assert.True(pending.Session == session && !await pending.IsSignedInAsync(Token), $"{why}: {answer.StatusCode}");
        }

        // The positive control: the step that was meant works, with the person's own key.
        using var meant = await pending.SubmitAsync("/sign-in", "code", [("code", await scene.CodeAsync("sup", key!, Token))], Token);
        Assert.True(await pending.IsSignedInAsync(Token));
    }

    [Fact]
    public async Task GuessingIsStoppedAndAnUnknownNameLooksTheSame()
    {
        using var visitor = scene.Visitor();
        var (password, _) = await scene.UserAsync("admin", Token);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var known = await visitor.GivePasswordAsync("admin", "wrong wrong wrong", Token);
            using var unknown = await visitor.GivePasswordAsync("zz", "wrong wrong wrong", Token);
            Assert.Equal(await BodyAsync(known, "admin"), await BodyAsync(unknown, "zz"));
        }

        using var locked = await visitor.GivePasswordAsync("admin", password, Token);
        Assert.Equal(HttpStatusCode.OK, locked.StatusCode);
        Assert.Null(visitor.Session);
        Assert.Contains("role=\"alert\"", await locked.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using var other = scene.Visitor();
        using var elsewhere = await other.GivePasswordAsync("admin", password, Token);
        Assert.Null(other.Session);
        Assert.Contains("Security LockedOut: demo-admin", scene.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneAddressHasSixtyAttemptsAMinuteOverAllNames()
    {
        using var visitor = scene.Visitor();
        var token = await visitor.TokenAsync("/sign-in", Token);
        var turnedBack = 0;
        for (var attempt = 0; attempt < 62 && turnedBack == 0; attempt++)
        {
            // The first account's page hashes nothing: what is counted is the form.
            using var answer = await visitor.PostAsync("/first-account?lang=en", PageVisitor.Form("first", token, [("code", "x"), ("name", $"n{attempt}"), ("password", "x")]), Token);
            turnedBack = Place(answer) == "/first-account?lang=en&problem=too-many" ? attempt : 0;
        }

        Assert.Equal(60, turnedBack);
        using var looked = await visitor.GetAsync("/sign-in", Token);
        Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
        using var unaffected = await scene.SignInAsync("gate", Token);
    }

    [Fact]
    public async Task TheDeskComesBackByItselfAfterTheServiceDied()
    {
        using var visitor = await scene.SignInAsync("gate", Token);
        using var gone = await scene.SignInAsync("pat", Token);
        var dead = gone.Session!;
        using var left = await gone.SubmitAsync("/sign-out", "sign-out", [], Token);
        await scene.RestartAsync(Token);
        Assert.True(await visitor.IsSignedInAsync(Token), scene.Output);
        gone.Plant(PageVisitor.SessionCookie, dead);
        Assert.Equal(HttpStatusCode.Unauthorized, await gone.SessionStatusAsync(Token));
    }

    private string? Place(HttpResponseMessage answer) =>
        answer.Headers.Location is { } to ? new Uri(scene.Root, to) is var full && full.Authority == scene.Root.Authority ? full.PathAndQuery : full.ToString() : null;

    private static async Task<string> BodyAsync(HttpResponseMessage answer, string name) => System.Text.RegularExpressions.Regex.Replace(
        (await answer.Content.ReadAsStringAsync(Token)).Replace($"value=\"{name}\"", "", StringComparison.Ordinal), "(VerificationToken\" value=\")[^\"]+|<!--.*?-->", "$1");
}
