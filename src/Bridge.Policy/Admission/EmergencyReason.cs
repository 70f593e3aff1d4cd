namespace Bridge.Policy.Admission;

/// <summary>Who has to come in at once.</summary>
public enum EmergencyReason
{
    Police,
    FireBrigade,
    Medical,
    BuildingSafety,
}
