namespace Bridge.Console.Tests.Hosting;

/// <summary>A screen as somebody has it on a desk or in a hand. Sizes in CSS pixels.</summary>
public sealed record Screen(int Width, int Height, bool Dark, string Language)
{
    public override string ToString() => $"{Width}x{Height}-{(Dark ? "dark" : "light")}-{Language}";
}
