namespace Bridge.Devices.Tests.Osdp.Fuzzing;

/// <summary>What one thread of a campaign does.</summary>
internal interface IFuzzWorker
{
    /// <summary>So many cases, all of them from the seed. Throws at whatever must not be.</summary>
    void Run(ulong seed, int cases);

    /// <summary>It has been running for too long and nobody waits for it any more.</summary>
    void Abandon();
}
