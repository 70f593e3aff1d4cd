using Microsoft.Playwright;

namespace Bridge.Console.Tests.Hosting;

/// <summary>Goes through a page with the Tab key alone: wherever the focus is, it has to be seen (WCAG 2.4.7, 2.4.11).</summary>
internal static class Focus
{
    private const int Longest = 200;

    // A page's keys are drawn again each second: what has the focus is looked at in one go.
    private const string Look = """
        () => {
          const one = document.activeElement;
          if (!one || one === document.body) { return null; }
          const style = getComputedStyle(one);
          const box = one.getBoundingClientRect();
          const [x, y] = [box.left + box.width / 2, Math.min(Math.max(box.top + 8, 1), innerHeight - 1)];
          const top = document.elementFromPoint(x, y);
          return {
            Name: `${one.tagName.toLowerCase()}#${one.id}.${one.className} ${(one.textContent || '').trim().slice(0, 30)}`,
            Ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
            Inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
            Free: !!top && (one.contains(top) || top.contains(one)),
            Over: top ? `${top.tagName.toLowerCase()}#${top.id}.${top.className} at ${Math.round(x)},${Math.round(y)} of ${innerWidth}x${innerHeight}` : '',
          };
        }
        """;

    // The browser goes on from what was pressed last, not from the top.
    private const string FromTheTop = "() => { const body = document.body; body.tabIndex = -1; body.focus(); body.removeAttribute('tabindex'); }";

    /// <returns>How many places the focus has been at.</returns>
    public static async Task<int> WalkAsync(IPage page)
    {
        var wrong = new List<string>();
        var places = 0;
        await page.EvaluateAsync(FromTheTop);
        for (; places < Longest; places++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<FocusPlace?>(Look) is not { } place)
            {
                break;
            }

            if (!place.Ring || !place.Inside || !place.Free)
            {
                wrong.Add(place.ToString());
            }
        }

        Assert.True(places < Longest, "the focus never leaves the page");
        Assert.True(wrong.Count == 0, $"the focus is not seen at {string.Join("; ", wrong)}");
        return places;
    }
}
