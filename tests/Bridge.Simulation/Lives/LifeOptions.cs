using Bridge.Simulation.Wires;

namespace Bridge.Simulation.Lives;

/// <summary>Which life to live.</summary>
/// <param name="Acts">How many things are done in it.</param>
internal sealed record LifeOptions(int Seed, int Acts = 120, Sabotage Sabotage = Sabotage.None);
