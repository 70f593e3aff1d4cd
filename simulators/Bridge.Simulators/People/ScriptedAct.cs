namespace Bridge.Simulators.People;

/// <summary>One line of a script.</summary>
/// <param name="At">When, counted from the script's start.</param>
/// <param name="Door">Where; empty for a fire drill.</param>
/// <param name="Who">A name from the script's residents, or empty.</param>
/// <param name="For">How long it lasts, where that means something; zero elsewhere.</param>
/// <param name="Expected">What the product must make of it: granted, denied:Reason or alarm:Kind; empty for nothing.</param>
public sealed record ScriptedAct(TimeSpan At, ActKind Kind, string Door, string Who, TimeSpan For, string Expected)
{
    public override string ToString() =>
        $"{At:mm\\:ss} {Kind} {Door}{(Who.Length > 0 ? $", {Who}" : "")}{(For > TimeSpan.Zero ? $", {For.TotalSeconds:0.#} s" : "")}"
        + (Expected.Length > 0 ? $" -> {Expected}" : "");
}
