using Bridge.Devices.Transport;

namespace Bridge.Devices.Modbus.Doctor;

/// <summary>A unit that answers.</summary>
/// <param name="Answer">What it said to the first question, in words.</param>
/// <param name="Identity">What it says of itself (functions 43/14 and 17); empty when it does not.</param>
public sealed record FoundUnit(LinkDefinition Link, byte Unit, string Answer, string Identity);
