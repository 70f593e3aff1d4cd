using System.Security.Cryptography;
using Bridge.Journal.Storage;

namespace Bridge.Journal.Register;

/// <summary>
/// The key of all credential digests, in a file of its own: a stolen register without it tells no card and no PIN. Losing it means issuing every
/// credential again. On Windows the folder's access list protects it; on Unix the mode is checked.
/// </summary>
public static class PepperFile
{
    public const int Length = 32;

    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public static PepperOpened Read(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                return new PepperOpened.Missing();
            }

            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
            {
                return new PepperOpened.Refused($"{path} can be read by others than its owner; set its mode to 0600");
            }

            var pepper = File.ReadAllBytes(path);
            return pepper.Length == Length
                ? new PepperOpened.Ready(pepper)
                : new PepperOpened.Refused($"{path} is not a pepper: it has {pepper.Length} bytes instead of {Length}");
        }
        catch (IOException exception)
        {
            return new PepperOpened.Refused(exception.Message);
        }
        catch (UnauthorizedAccessException exception)
        {
            return new PepperOpened.Refused(exception.Message);
        }
    }

    /// <summary>Makes a new pepper where there is none; whole and readable by its owner alone from the first moment.</summary>
    public static PepperOpened Create(string path)
    {
        var draft = path + ".new";
        try
        {
            File.Delete(draft);
            Write(draft, RandomNumberGenerator.GetBytes(Length));
            File.Move(draft, path);
            DirectorySync.Sync(path);
            return Read(path);
        }
        catch (IOException exception)
        {
            return new PepperOpened.Refused(exception.Message);
        }
        catch (UnauthorizedAccessException exception)
        {
            return new PepperOpened.Refused(exception.Message);
        }
    }

    private static void Write(string draft, byte[] pepper)
    {
        // WriteThrough (O_SYNC): the bytes are on disk when the write returns, and a failing disk fails the write.
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

        using var file = new FileStream(draft, options);
        file.Write(pepper);
    }
}
