namespace Bridge.Devices.Tests.Modbus.Peers;

/// <summary>Peer, transport, operation, outcome: one line each in the test's output.</summary>
internal static class PeerTable
{
    public static void Print(ITestOutputHelper output, string peer, string transport, IEnumerable<(string What, string Expected, string Got)> rows)
    {
        output.WriteLine($"{"peer",-14} | {"transport",-21} | {"operation",-45} | outcome");
        foreach (var (what, expected, got) in rows)
        {
            output.WriteLine($"{peer,-14} | {transport,-21} | {what,-45} | {got}{(got == expected ? "" : $"   EXPECTED {expected}")}");
        }
    }
}
