using Bridge.Devices.Osdp.Doctor;

namespace Bridge.Host.Verbs;

/// <summary>A file that frames are written to as they come.</summary>
internal interface ICaptureFile : IDisposable
{
    void Write(CapturedFrame frame);
}
