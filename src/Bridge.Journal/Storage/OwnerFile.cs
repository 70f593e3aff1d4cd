namespace Bridge.Journal.Storage;

/// <summary>
/// A small file of secrets, open to its owner alone and written whole: after a power cut at any moment there is the old content or the new one. On Windows
/// the folder's access list keeps others out.
/// </summary>
public static class OwnerFile
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <returns>Null when it is open to its owner alone, otherwise what is wrong.</returns>
    /// <exception cref="IOException">There is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">Its folder is closed to us.</exception>
    public static string? Problem(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0
        ? $"{path} can be read by others than its owner; set its mode to 0600"
        : null;

    /// <exception cref="IOException">There is such a file already, or the disk refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is not ours.</exception>
    public static void Create(string path, ReadOnlySpan<byte> content) => Write(path, content, overwrite: false, before: null);

    /// <param name="before">Told the name of each step before it is done; for tests that cut the power there.</param>
    /// <exception cref="IOException">What is on disk is the old content, or the new one of which it is not known whether it survives a power cut.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file is not ours.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> content, Action<string>? before = null) => Write(path, content, overwrite: true, before);

    private static void Write(string path, ReadOnlySpan<byte> content, bool overwrite, Action<string>? before)
    {
        var draft = path + ".new";
        before?.Invoke("draft");
        File.Delete(draft);
        using (var file = new FileStream(draft, Options()))
        {
            file.Write(content);
            before?.Invoke("sync");
            FileSync.Sync(file.SafeFileHandle);
        }

        before?.Invoke("rename");
        File.Move(draft, path, overwrite);
        before?.Invoke("directory");
        DirectorySync.Sync(path);
        before?.Invoke("done");
    }

    // Unbuffered: what is written has been given to the system before it is synced.
    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            Options = FileOptions.WriteThrough,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
