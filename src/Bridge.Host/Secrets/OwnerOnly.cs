namespace Bridge.Host.Secrets;

/// <summary>A secret's file is for its owner alone. On Windows the folder's access list sees to that.</summary>
internal static class OwnerOnly
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <returns>Null, or what is wrong.</returns>
    /// <exception cref="IOException">There is no such file.</exception>
    public static string? Problem(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0
        ? $"{path} can be read by others than its owner; set its mode to 0600"
        : null;
}
