namespace Bridge.Host.Api.Desk.Bodies;

/// <summary>The number of a sheet of paper.</summary>
public sealed record PaperBody(string Sheet);
