namespace Bridge.Simulators.Intercoms;

/// <summary>What is wrong with a simulated intercom. Each holds until it is set otherwise.</summary>
/// <param name="LosesEnds">It never tells the end of a call.</param>
/// <param name="Copies">So many more times it sends each line at once.</param>
/// <param name="BadChecks">So many of the next lines have a wrong check; serial only.</param>
public sealed record IntercomFaults(bool LosesEnds = false, int Copies = 0, int BadChecks = 0);
