namespace Bridge.Host.Verbs;

/// <summary>What the process says when it ends; the numbers follow sysexits where it has one. docs/guides/exit-codes.md says the same.</summary>
public static class ExitCode
{
    public const int Ok = 0;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 64;

    /// <summary>A CSV file with errors, or a journal that does not verify.</summary>
    public const int BadData = 65;

    /// <summary>A file that was named does not exist or cannot be read, or a port or host cannot be reached.</summary>
    public const int NoInput = 66;

    /// <summary>The verb asks the running service, and it does not run or does not answer.</summary>
    public const int ServiceNotRunning = 69;

    /// <summary>A bug: the message asks for a report.</summary>
    public const int InternalError = 70;

    /// <summary>Another process writes this journal.</summary>
    public const int JournalInUse = 73;

    /// <summary>The journal was written by a newer version, is damaged, or cannot be created.</summary>
    public const int JournalUnusable = 74;

    /// <summary>A port that the configuration names is taken, or a serial port that the command line names.</summary>
    public const int PortInUse = 75;

    /// <summary>A device did not do what was asked of it.</summary>
    public const int DeviceFailed = 76;

    /// <summary>The site file was refused.</summary>
    public const int Configuration = 78;
}
