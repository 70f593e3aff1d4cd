namespace Bridge.Policy.Doors;

/// <summary>What a door's decision depends on besides the door: its rules, the building's rules, and whether a fire alarm is latched.</summary>
internal readonly record struct DoorSituation(DoorRules Rules, BuildingRules Building, bool FireLatched)
{
    public bool FireReleased => FireLatched && Rules.FireRelease;
}
