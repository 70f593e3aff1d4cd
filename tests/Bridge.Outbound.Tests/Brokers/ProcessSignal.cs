using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Bridge.Outbound.Tests.Brokers;

/// <summary>Signals of Linux that .NET has no call for.</summary>
internal static partial class ProcessSignal
{
    private const int Continue = 18;
    private const int Stop = 19;

    public static void Freeze(Process process) => Assert.Equal(0, Send(process.Id, Stop));

    public static void Thaw(Process process) => Assert.Equal(0, Send(process.Id, Continue));

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int process, int signal);
}
