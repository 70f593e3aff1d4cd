namespace Bridge.Console.Desk;

/// <summary>Who is let in without evidence.</summary>
public enum EmergencyKind
{
    Police,
    FireBrigade,
    Medical,
    BuildingSafety,
}
