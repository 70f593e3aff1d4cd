using Bridge.Devices.Transport;

namespace Bridge.Devices.Tests.Transport;

/// <summary>An open link and its other end in the test's hand; one for every kind of link that must keep the contract.</summary>
internal abstract class LinkBench : IDisposable
{
    public abstract IByteLink Link { get; }

    /// <summary>The clock that the link's time-outs run on.</summary>
    public virtual TimeProvider Time => TimeProvider.System;

    public static LinkBench Create(string kind) => kind switch
    {
        "tcp" => TcpBench.WithSystemCalls(),
        "socket" => TcpBench.Portable(),
        "pty" => PtyBench.WithSystemCalls(),
        "ports" => PtyBench.Portable(),
        "fake" => new FakeBench(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public abstract void Send(ReadOnlySpan<byte> bytes);

    public abstract void SendAfter(TimeSpan delay, byte[] bytes);

    public abstract byte[] ReceiveAtPeer(int count);

    /// <summary>From now on the other end sends back what it gets.</summary>
    public abstract void Echo();

    public abstract void HangUp();

    /// <summary>Interrupts from outside while a read waits.</summary>
    public abstract void InterruptAfter(TimeSpan delay);

    public abstract void DisposeAfter(TimeSpan delay);

    public abstract void Dispose();
}
