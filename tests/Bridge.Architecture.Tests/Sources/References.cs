using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Bridge.Architecture.Tests.Sources;

/// <summary>What a compiled assembly really uses, read from its metadata without loading it.</summary>
public static class References
{
    public static IReadOnlyList<string> Of(Stream assembly)
    {
        using var file = new PEReader(assembly);
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).Order(StringComparer.Ordinal)];
    }

    /// <summary>An assembly of the product, as built beside the tests.</summary>
    public static IReadOnlyList<string> Of(string assembly)
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
        return Of(stream);
    }
}
