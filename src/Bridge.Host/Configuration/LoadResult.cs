namespace Bridge.Host.Configuration;

/// <summary>The end of one attempt to load a site file: everything or nothing.</summary>
public abstract record LoadResult
{
    private LoadResult()
    {
    }

    /// <param name="Warnings">What works but deserves a look, in the order of the file.</param>
    public sealed record Loaded(SiteConfiguration Configuration, IReadOnlyList<ConfigurationFinding> Warnings) : LoadResult;

    /// <param name="Errors">At least one, in the order of the file.</param>
    public sealed record Refused(IReadOnlyList<ConfigurationFinding> Errors) : LoadResult;

    /// <summary>There is no such file, or it may not be read.</summary>
    public sealed record NotRead(string Reason) : LoadResult;
}
