using Bridge.Devices;
using Bridge.Devices.Transport;
using Bridge.Host.Configuration.Text;

namespace Bridge.Host.Configuration.Sections;

/// <summary>A line while the file is read; null where its part of the file is wrong.</summary>
internal sealed record LineEntry(LineId Line, string? Kind, LinkDefinition? Link, SiteNode Node);
