using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Hosting;

/// <summary>
/// A page has come to another address. The driver looks again and again by itself. Playwright's own WaitForURL and WaitForLoadState listen in this process for
/// an event that may have passed between their look and their listening (microsoft/playwright-dotnet 3364), and then wait for ever.
/// </summary>
internal static class Arrival
{
    /// <param name="path">From the root, whatever follows behind a question mark.</param>
    public static Task ArrivesAsync(this IPage page, string path) => Assertions.Expect(page).ToHaveURLAsync(new Regex($@"^https?://[^/]+/{Regex.Escape(path)}(\?|$)"));
}
