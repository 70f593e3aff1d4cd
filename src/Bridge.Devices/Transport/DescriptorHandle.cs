using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bridge.Devices.Transport;

/// <summary>A file descriptor that is closed only when no call uses it any more: its number can be given to another file at once.</summary>
[SupportedOSPlatform("linux")]
internal sealed class DescriptorHandle : SafeHandle
{
    public DescriptorHandle(int descriptor)
        : base(-1, ownsHandle: true) => SetHandle(descriptor);

    public override bool IsInvalid => handle < 0;

    protected override bool ReleaseHandle() => LinuxCalls.Close((int)handle) == 0;
}
