using System.Reflection;

namespace Bridge.Devices.Profiles;

/// <summary>The profiles that ship with the product, and those of the site.</summary>
public sealed class ProfileCatalog
{
    private static readonly Lazy<ProfileCatalog> ShippedCatalog = new(ReadShipped);

    private readonly Dictionary<string, DeviceProfile> _byName;

    private ProfileCatalog(IEnumerable<DeviceProfile> profiles) =>
        _byName = profiles.ToDictionary(profile => profile.Name, StringComparer.Ordinal);

    public static ProfileCatalog Shipped => ShippedCatalog.Value;

    public IReadOnlyList<DeviceProfile> All => [.. _byName.Values.OrderBy(profile => profile.Name, StringComparer.Ordinal)];

    public DeviceProfile? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>
    /// The shipped profiles and every *.json file of <paramref name="siteDirectory"/>. All or nothing: one bad file and no catalogue comes back.
    /// A site's profile may not take a shipped name: the name in a site file must mean the same everywhere.
    /// </summary>
    public static ProfileCatalogLoaded Load(string? siteDirectory)
    {
        if (siteDirectory is null)
        {
            return new ProfileCatalogLoaded.Loaded(Shipped);
        }

        if (!Directory.Exists(siteDirectory))
        {
            return new ProfileCatalogLoaded.Failed([$"profile directory not found: {siteDirectory}"]);
        }

        var errors = new List<string>();
        var profiles = new List<DeviceProfile>(Shipped.All);
        foreach (var path in Directory.EnumerateFiles(siteDirectory, "*.json").Order(StringComparer.Ordinal))
        {
            Add(path, profiles, errors);
        }

        return errors.Count == 0 ? new ProfileCatalogLoaded.Loaded(new ProfileCatalog(profiles)) : new ProfileCatalogLoaded.Failed(errors);
    }

    /// <summary>A catalogue of the shipped profiles and these.</summary>
    public static ProfileCatalog With(params IEnumerable<DeviceProfile> profiles) => new([.. Shipped.All, .. profiles]);

    private static void Add(string path, List<DeviceProfile> profiles, List<string> errors)
    {
        string json;
        try
        {
            json = File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.Add($"{path}: {exception.Message}");
            return;
        }

        switch (ProfileReader.Read(json, path))
        {
            case ProfileRead.Failed failed:
                errors.Add(failed.Error);
                break;
            case ProfileRead.Parsed(var profile) when profiles.Exists(known => known.Name == profile.Name):
                errors.Add($"{path}: a profile named '{profile.Name}' exists already; give yours another name");
                break;
            case ProfileRead.Parsed(var profile):
                profiles.Add(profile);
                break;
        }
    }

    private static ProfileCatalog ReadShipped()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var names = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal));
        return new ProfileCatalog(names.Select(name => ReadShipped(assembly, name)));
    }

    private static DeviceProfile ReadShipped(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return ProfileReader.Read(reader.ReadToEnd(), resource) switch
        {
            ProfileRead.Parsed(var profile) => profile,
            ProfileRead.Failed(var error) => throw new InvalidOperationException(error),
            _ => throw new InvalidOperationException(resource),
        };
    }
}
