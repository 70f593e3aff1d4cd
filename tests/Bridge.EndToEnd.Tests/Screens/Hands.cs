using Microsoft.Playwright;

namespace Bridge.EndToEnd.Tests.Screens;

/// <summary>Somebody's hands at a page. One interaction is a chord, a click, a scan, or a completed line with its Enter.</summary>
internal sealed class Hands(IPage page)
{
    public int Interactions { get; private set; }

    public IPage Page => page;

    /// <summary>A new case begins: the count starts again.</summary>
    public void Rest() => Interactions = 0;

    public async Task ChordAsync(string key)
    {
        Interactions++;
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>The cursor has to be there by itself: going there first would be one more.</summary>
    public async Task LineAsync(string box, string line)
    {
        await Assertions.Expect(page.Locator(box)).ToBeFocusedAsync();

        // What was typed before is taken away when it has been answered; whoever types on meanwhile loses it.
        await Assertions.Expect(page.Locator(box)).ToHaveValueAsync("");
        Interactions++;
        await page.Keyboard.TypeAsync(line);
        await page.Keyboard.PressAsync("Enter");
    }

    public async Task ClickAsync(string what)
    {
        Interactions++;
        await page.ClickAsync(what);
    }

    public async Task ScanAsync(string number)
    {
        Interactions++;
        await page.Keyboard.PressAsync("Control+b");
        await page.Keyboard.TypeAsync(number);
        await page.Keyboard.PressAsync("Enter");
    }
}
