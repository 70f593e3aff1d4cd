using Bridge.Devices;
using Bridge.Policy;

namespace Bridge.Host.Configuration;

/// <summary>After polarity, on means alarm.</summary>
public sealed record FireInputWiring(FireInputId Input, PointId Point);
