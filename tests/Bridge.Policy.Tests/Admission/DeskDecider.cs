namespace Bridge.Policy.Tests.Admission;

/// <summary>The policy, or one with a fault in its place.</summary>
delegate Decision DeskDecider(BuildingState state, PolicyInput input);
