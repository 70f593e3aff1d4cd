namespace Bridge.Policy.Admission;

/// <summary>What the office does with a tour. The hierarchy is closed.</summary>
public abstract record TourAct(TourId Tour)
{
    public sealed record Book(TourFacts Facts) : TourAct(Facts.Tour);

    public sealed record Cancel(TourId Tour) : TourAct(Tour);
}
