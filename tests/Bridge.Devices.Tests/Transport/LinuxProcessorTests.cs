using System.Runtime.InteropServices;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Tests.Transport;

/// <summary>Our numbers of the kernel's calls are those of most processors, not of all.</summary>
public sealed class LinuxProcessorTests
{
    [Theory]
    [InlineData(Architecture.X64, true, "where it is built")]
    [InlineData(Architecture.Arm64, true, "asm-generic; only flags that we do not use differ")]
    [InlineData(Architecture.Arm, true, "the same")]
    [InlineData(Architecture.RiscV64, true, "asm-generic")]
    [InlineData(Architecture.Ppc64le, false, "has no termios2 and other ioctl numbers")]
    public void SerialPortsAreOpenedWhereTheNumbersAreRight(Architecture processor, bool right, string why) =>
        Assert.True(right == LinuxProcessors.AreNumbersRight(processor), why);
}
