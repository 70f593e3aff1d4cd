namespace Bridge.Host.Configuration.Text;

internal sealed record SiteProperty(string Name, TextPosition Position, SiteNode Value);
