using Bridge.Host.Translation;

namespace Bridge.Host.Runtime;

/// <summary>The translations in use; replaced whole when the configuration changes.</summary>
public sealed class TranslationTable(RegisterLookup register, WiringIndex initial)
{
    private Pair current = new(new InputTranslation(initial, register), new EffectTranslation(initial));

    public InputTranslation Inputs => Volatile.Read(ref current).Inputs;

    public EffectTranslation Effects => Volatile.Read(ref current).Effects;

    public void Use(WiringIndex wiring) => Volatile.Write(ref current, new Pair(new InputTranslation(wiring, register), new EffectTranslation(wiring)));

    private sealed record Pair(InputTranslation Inputs, EffectTranslation Effects);
}
