namespace Bridge.Policy;

/// <summary>What the policy made of one input: the next state, and everything it asks for, in order.</summary>
public readonly record struct Decision(BuildingState Next, IReadOnlyList<Effect> Effects);
