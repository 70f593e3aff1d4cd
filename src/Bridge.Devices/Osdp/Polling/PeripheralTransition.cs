namespace Bridge.Devices.Osdp.Polling;

internal readonly record struct PeripheralTransition(PeripheralState Next, PeripheralActions Actions);
