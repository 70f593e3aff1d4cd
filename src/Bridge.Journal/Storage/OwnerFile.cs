namespace Bridge.Journal.Storage;

/// <summary>A small file of secrets that is replaced whole: after a power cut at any moment there is the old content or the new one, open to its owner alone.</summary>
public static class OwnerFile
{
    /// <param name="before">Told the name of each step before it is done; for tests that cut the power there.</param>
    /// <exception cref="IOException">What is on disk is the old content, or the new one of which it is not known whether it survives a power cut.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file is not ours.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> content, Action<string>? before = null)
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
        File.Move(draft, path, overwrite: true);
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
