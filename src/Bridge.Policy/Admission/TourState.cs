namespace Bridge.Policy.Admission;

/// <summary>A booked tour and how many of its people are still to come.</summary>
public sealed record TourState(TourFacts Facts, ActorId BookedBy, int Left, bool Cancelled);
