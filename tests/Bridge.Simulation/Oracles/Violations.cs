namespace Bridge.Simulation.Oracles;

/// <summary>What was found wrong in one life, in order.</summary>
internal sealed class Violations
{
    private readonly List<string> found = [];

    public IReadOnlyList<string> Found => found;

    /// <summary>Where the life is, for the report.</summary>
    public string Where { get; set; } = "";

    public void Add(string what) => found.Add($"{Where}: {what}");

    public void Unless(bool holds, string what)
    {
        if (!holds)
        {
            Add(what);
        }
    }
}
