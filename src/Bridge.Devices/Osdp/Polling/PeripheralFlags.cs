namespace Bridge.Devices.Osdp.Polling;

/// <summary>Single flags, tested without the boxes that <see cref="Enum.HasFlag"/> makes wherever code is not yet optimised.</summary>
internal static class PeripheralFlags
{
    public static bool Has(this PeripheralActions actions, PeripheralActions flag) => (actions & flag) != 0;

    public static bool Has(this KeyChoices choices, KeyChoices flag) => (choices & flag) != 0;

    public static bool Has(this PeripheralFeatures features, PeripheralFeatures flag) => (features & flag) != 0;
}
