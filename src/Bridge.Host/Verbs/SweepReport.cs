using System.Globalization;
using Bridge.Devices.Doctor;

namespace Bridge.Host.Verbs;

/// <summary>Tells of a long measurement on standard error, once a second at most, and says in the end what became of it.</summary>
internal sealed class SweepReport(TextWriter errors, string port, TimeProvider time)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private long told = time.GetTimestamp();

    public void Tell(SweepProgress progress)
    {
        if (time.GetElapsedTime(told) < Pace)
        {
            return;
        }

        told = time.GetTimestamp();
        errors.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{progress.At}: {progress.Done} of {progress.Total}, {Show(progress.Left)} left"));
    }

    /// <summary>Null when it went through to its end; else the exit code, and the reason is said.</summary>
    public int? End(SweepEnd end)
    {
        switch (end)
        {
            case SweepEnd.Done:
                return null;
            case SweepEnd.Stopped:
                errors.WriteLine("stopped; what is above was found until then");
                return ExitCode.Ok;
            case SweepEnd.LinkLost:
                errors.WriteLine($"{port} was unplugged or closed by the other side.");
                return ExitCode.NoInput;
            case SweepEnd.OpenFailed { IsInUse: true } failed:
                errors.WriteLine(
                    $"{failed.Reason}. One program at a time can ask on a line: if the service runs it has {port} open. Stop it meanwhile (systemctl stop accessbridge), "
                    + "or look at what it sees itself: accessbridge osdp watch, accessbridge modbus watch.");
                return ExitCode.PortInUse;
            case SweepEnd.OpenFailed failed:
                errors.WriteLine($"{failed.Reason}.");
                return ExitCode.NoInput;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public static string Show(TimeSpan span) => span >= TimeSpan.FromMinutes(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalMinutes} min {span.Seconds} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(span.TotalSeconds):0} s");
}
