using System.Runtime.InteropServices;

namespace Bridge.Host.Verbs;

/// <summary>Ctrl+C and the like, for a verb that has to let go of a port and say what it found so far.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source;
    private readonly IReadOnlyList<PosixSignalRegistration> registrations;

    private Interruption(CancellationTokenSource source, IReadOnlyList<PosixSignalRegistration> registrations)
    {
        this.source = source;
        this.registrations = registrations;
    }

    public CancellationToken Token => source.Token;

    public static Interruption Watch(CancellationToken outer)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(outer);
        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            source.Cancel();
        }

        return new Interruption(source, [PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop)]);
    }

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        source.Dispose();
    }
}
