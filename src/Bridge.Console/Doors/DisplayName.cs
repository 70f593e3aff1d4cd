namespace Bridge.Console.Doors;

/// <summary>A name as people read it, in both languages. Names are site data: they are shown as written.</summary>
public sealed record DisplayName(string Chinese, string English);
