using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Bridge.Journal.Storage;

/// <summary>
/// One writer per journal: an exclusive lock on <c>path.lock</c>, which the kernel ends with the process, so there is nothing stale to clean up.
/// (flock on Linux, a share mode on Windows.) The file also remembers the highest epoch that this place has ever used, so that
/// restoring the same backup twice, or deleting the journal, does not give the same ids again.
/// </summary>
internal sealed class Lease : IDisposable
{
    private const int SharingViolationOnWindows = unchecked((int)0x80070020);
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;

    private readonly string path;
    private readonly FileStream file;

    private Lease(string path, FileStream file) => (this.path, this.file) = (path, file);

    /// <returns>The lease, or null when somebody else has it.</returns>
    /// <exception cref="IOException">The lock file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock file cannot be made.</exception>
    public static Lease? Take(string path)
    {
        try
        {
            return new Lease(path, new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.WriteThrough));
        }
        catch (IOException exception) when (exception.HResult is SharingViolationOnWindows or WouldBlockOnLinux or WouldBlockOnMac)
        {
            return null;
        }
    }

    public int HighestEpoch
    {
        get
        {
            Span<byte> text = stackalloc byte[16];
            file.Position = 0;
            var length = file.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
            return Utf8Parser.TryParse(text[..length], out int epoch, out _) ? epoch : 0;
        }
    }

    /// <summary>Returns when the number and the file's name are on the disk: an epoch that a power cut takes back would be given again.</summary>
    /// <exception cref="IOException">It could not be written or synced.</exception>
    public void RememberEpoch(int epoch)
    {
        if (epoch <= HighestEpoch)
        {
            return;
        }

        file.Position = 0;
        file.Write(Encoding.ASCII.GetBytes(epoch.ToString("d10", CultureInfo.InvariantCulture)));
        file.Flush();
        FileSync.Sync(file.SafeFileHandle);
        DirectorySync.Sync(path);
    }

    public void Dispose() => file.Dispose();
}
