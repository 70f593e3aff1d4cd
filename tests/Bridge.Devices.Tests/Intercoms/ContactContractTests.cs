namespace Bridge.Devices.Tests.Intercoms;

public sealed class ContactContractTests : IntercomContractTests
{
    private protected override IntercomBench Make() => new ContactBench();

    // The module loses its power with the intercom.
    private protected override void Restart(IntercomBench bench)
    {
        bench.Intercom.Restart();
        ((ContactBench)bench).Module.Reboot();
    }
}
