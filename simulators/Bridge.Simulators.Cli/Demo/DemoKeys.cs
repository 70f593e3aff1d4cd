using System.Security.Cryptography;

namespace Bridge.Simulators.Cli.Demo;

/// <summary>The keys of the demo's two OSDP readers: new ones for each demo, as if they had been enrolled on a bench.</summary>
internal sealed record DemoKeys(string Main, string Back)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static DemoKeys Create() => new(RandomNumberGenerator.GetHexString(32, lowercase: true), RandomNumberGenerator.GetHexString(32, lowercase: true));

    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var file = new StreamWriter(Path.Combine(folder, "osdp-keys.json"), options);
        file.Write($$"""{ "lobby-main-reader": { "key": "{{Main}}" }, "lobby-back-reader": { "key": "{{Back}}" } }""");
    }
}
