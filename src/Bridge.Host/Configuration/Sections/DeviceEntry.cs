using Bridge.Devices;
using Bridge.Devices.Profiles;
using Bridge.Host.Configuration.Text;

namespace Bridge.Host.Configuration.Sections;

/// <summary>A device while the file is read; no profile where the file names none that is known, so that its points cannot be judged.</summary>
internal sealed record DeviceEntry(
    DeviceId Device,
    string? Line,
    byte Unit,
    DeviceProfile? Profile,
    TimeSpan Poll,
    TimeSpan? ResponseTimeout,
    SiteNode Node);
