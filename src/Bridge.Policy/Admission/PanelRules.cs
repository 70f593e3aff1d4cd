namespace Bridge.Policy.Admission;

/// <summary>A door station.</summary>
/// <param name="Door">The door it stands at.</param>
/// <param name="CanDial">It can be told to call a unit; otherwise the person at the door dials.</param>
public sealed record PanelRules(DoorId Door, bool CanDial);
