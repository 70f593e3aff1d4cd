namespace Bridge.Journal.Register;

public enum RegisteredKind
{
    Card = 1,
    Pin = 2,
}
