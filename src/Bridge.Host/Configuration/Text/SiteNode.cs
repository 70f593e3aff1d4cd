namespace Bridge.Host.Configuration.Text;

/// <summary>A JSON value that remembers where it stood. <paramref name="Path"/> is its JSON path, for example $.doors.lobby.lock.</summary>
internal abstract record SiteNode(TextPosition Position, string Path)
{
    /// <summary>What it is, for a message.</summary>
    public abstract string Shown { get; }

    public sealed record Object(TextPosition Position, string Path, IReadOnlyList<SiteProperty> Properties) : SiteNode(Position, Path)
    {
        public override string Shown => "an object";

        public SiteNode? Find(string name) => Properties.FirstOrDefault(property => property.Name == name)?.Value;
    }

    public sealed record Array(TextPosition Position, string Path, IReadOnlyList<SiteNode> Items) : SiteNode(Position, Path)
    {
        public override string Shown => "a list";
    }

    public sealed record Text(TextPosition Position, string Path, string Value) : SiteNode(Position, Path)
    {
        // A message stays one readable line whatever somebody pasted into the file.
        public override string Shown => $"\"{Printable.Of(Value, 60)}\"";
    }

    public sealed record Number(TextPosition Position, string Path, string Value) : SiteNode(Position, Path)
    {
        public override string Shown => $"the number {Printable.Of(Value, 30)}";
    }

    public sealed record Flag(TextPosition Position, string Path, bool Value) : SiteNode(Position, Path)
    {
        public override string Shown => Value ? "true" : "false";
    }

    public sealed record Null(TextPosition Position, string Path) : SiteNode(Position, Path)
    {
        public override string Shown => "null";
    }
}
