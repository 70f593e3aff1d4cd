namespace Bridge.Devices.Tests.Intercoms;

public sealed class SerialContractTests : IntercomContractTests
{
    private protected override IntercomBench Make() => new SerialBench();

    private protected override void Restart(IntercomBench bench) => bench.Intercom.Restart();
}
