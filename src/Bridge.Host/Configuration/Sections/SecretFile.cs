using Bridge.Host.Configuration.Reading;
using Bridge.Host.Configuration.Text;

namespace Bridge.Host.Configuration.Sections;

/// <summary>
/// Files that hold a password or a private key. One that everybody can read is no secret: refused. One that is missing costs the broker, not the
/// doors: a warning, and events wait in the journal. A group may read it: brokers and their clients share such files.
/// </summary>
internal static class SecretFile
{
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.GroupWrite;

    public static void Check(string? path, SiteNode? node, Findings findings)
    {
        if (path is null || node is null)
        {
            return;
        }

        if (!File.Exists(path))
        {
            findings.Warning(node, $"there is no file {path}; the bridge starts, and events wait in the journal until the broker lets it in");
            return;
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
        {
            findings.Error(node, $"expected a file that only its owner can read, found that other users can get at {path}; run chmod 600 on it");
            return;
        }

        try
        {
            using var opened = File.OpenRead(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            findings.Error(node, $"expected a file that this user can read, found {path} closed; make the service's user its owner");
        }
    }
}
