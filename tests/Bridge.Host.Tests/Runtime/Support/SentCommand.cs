using Bridge.Devices;

namespace Bridge.Host.Tests.Runtime.Support;

internal sealed record SentCommand(DeviceCommand Command, CommandPriority Priority, TimeSpan Within);
