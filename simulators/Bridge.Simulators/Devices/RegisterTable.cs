namespace Bridge.Simulators.Devices;

public enum RegisterTable
{
    Holding,
    Input,
}
