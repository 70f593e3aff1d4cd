namespace Bridge.Console.Tests.Hosting;

/// <summary>Where the focus is.</summary>
internal sealed record FocusPlace
{
    public string Name { get; init; } = "";

    /// <summary>A ring is drawn around it.</summary>
    public bool Ring { get; init; }

    /// <summary>It is on the screen.</summary>
    public bool Inside { get; init; }

    /// <summary>Nothing lies over it.</summary>
    public bool Free { get; init; }

    /// <summary>What is at its place on the screen.</summary>
    public string Over { get; init; } = "";
}
