namespace Bridge.Console.Desk;

/// <summary>What begins a case of a kind, as the bar shows it.</summary>
/// <param name="Act">As the site file and the page's script call it.</param>
public sealed record CategoryKey(string Act, AdmissionCategory Category, string Key);
