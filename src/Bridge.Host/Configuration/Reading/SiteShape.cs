namespace Bridge.Host.Configuration.Reading;

/// <summary>One kind of object in the site file and every key that it may have.</summary>
/// <param name="Name">Its name under $defs in the JSON Schema.</param>
internal sealed record SiteShape(string Name, IReadOnlyList<string> Keys);
