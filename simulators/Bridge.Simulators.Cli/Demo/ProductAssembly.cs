namespace Bridge.Simulators.Cli.Demo;

/// <summary>Where the built product is: beside this program's own build, in the same configuration.</summary>
internal static class ProductAssembly
{
    public static string Find()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "src", "Bridge.Host", "bin", configuration, "net10.0", "accessbridge.dll");
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new FileNotFoundException("The product is not built: run dotnet build first.");
    }
}
