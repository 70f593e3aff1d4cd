namespace Bridge.Simulators.Devices;

public enum BitTable
{
    Coils,
    DiscreteInputs,
}
