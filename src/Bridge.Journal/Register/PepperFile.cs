using System.Security.Cryptography;
using Bridge.Journal.Storage;

namespace Bridge.Journal.Register;

/// <summary>
/// The key of all credential digests, in a file of its own: a stolen register without it tells no card and no PIN. Losing it means issuing every
/// credential again.
/// </summary>
public static class PepperFile
{
    public const int Length = 32;

    public static PepperOpened Read(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                return new PepperOpened.Missing();
            }

            if (OwnerFile.Problem(path) is { } open)
            {
                return new PepperOpened.Refused(open);
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
        try
        {
            OwnerFile.Create(path, RandomNumberGenerator.GetBytes(Length));
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
}
