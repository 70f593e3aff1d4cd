namespace Bridge.Devices.Osdp.Polling;

/// <summary>Which key the next handshake is made with. Pure, like the table.</summary>
internal static class PeripheralKeys
{
    /// <summary>The key of this state, or the first that may be used when that one may not, or not any more.</summary>
    public static KeyChoices Of(in PeripheralRules rules, in PeripheralState state)
    {
        var usable = Usable(rules, state);
        return usable.Has(state.Key) && state.Key != KeyChoices.None ? state.Key
            : usable.Has(KeyChoices.Default) ? KeyChoices.Default
            : usable.Has(KeyChoices.Own) ? KeyChoices.Own
            : usable & KeyChoices.Pending;
    }

    /// <summary>After a failure: the others have their turn, one each attempt.</summary>
    public static KeyChoices After(in PeripheralRules rules, in PeripheralState state)
    {
        var usable = Usable(rules, state);
        var key = state.Key;
        for (var tries = 0; tries < 3; tries++)
        {
            key = key switch
            {
                KeyChoices.Default => KeyChoices.Own,
                KeyChoices.Own => KeyChoices.Pending,
                _ => KeyChoices.Default,
            };
            if (usable.Has(key))
            {
                return key;
            }
        }

        return KeyChoices.None;
    }

    /// <summary>Once the reader may have its key, there is no way back to the one that everybody knows.</summary>
    private static KeyChoices Usable(in PeripheralRules rules, in PeripheralState state) =>
        rules.SetsKey && !state.IsKeySent ? rules.Keys : rules.Keys & ~KeyChoices.Default;
}
