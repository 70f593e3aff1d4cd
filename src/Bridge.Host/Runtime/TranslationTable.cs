using Bridge.Host.Translation;

namespace Bridge.Host.Runtime;

/// <summary>The translations in use; replaced whole when the configuration changes.</summary>
public sealed class TranslationTable(RegisterLookup register, HouseholdLookup households, WiringIndex initial)
{
    private Pair current = Make(register, households, initial);

    public InputTranslation Inputs => Volatile.Read(ref current).Inputs;

    public EffectTranslation Effects => Volatile.Read(ref current).Effects;

    public void Use(WiringIndex wiring) => Volatile.Write(ref current, Make(register, households, wiring));

    private static Pair Make(RegisterLookup register, HouseholdLookup households, WiringIndex wiring) =>
        new(new InputTranslation(wiring, register, new CallTranslation(wiring, households)), new EffectTranslation(wiring, households));

    private sealed record Pair(InputTranslation Inputs, EffectTranslation Effects);
}
