namespace Bridge.Host.Api.Auditing;

/// <summary>The journal's chain, computed again.</summary>
/// <param name="State">intact, unexplained, broken, unreadable.</param>
/// <param name="Until">The last good entry, where there is one.</param>
public sealed record ChainView(string State, long Rows, string Until);
