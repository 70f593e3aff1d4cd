namespace Bridge.Devices.Profiles;

/// <summary>The result of reading a site's profiles.</summary>
public abstract record ProfileCatalogLoaded
{
    private ProfileCatalogLoaded()
    {
    }

    public sealed record Loaded(ProfileCatalog Catalog) : ProfileCatalogLoaded;

    /// <param name="Errors">One sentence for each bad file.</param>
    public sealed record Failed(IReadOnlyList<string> Errors) : ProfileCatalogLoaded;
}
