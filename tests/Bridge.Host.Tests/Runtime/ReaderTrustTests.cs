using Bridge.Devices;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Policy;

namespace Bridge.Host.Tests.Runtime;

/// <summary>What a line remarks of a reader's security reaches the journal, the broker and the decision.</summary>
public sealed class ReaderTrustTests
{
    [Theory]
    [InlineData(DeviceRemark.SecurityFailed, EventKind.ReaderSecurityFailed)]
    [InlineData(DeviceRemark.Replaced, EventKind.ReaderReplaced)]
    [InlineData(DeviceRemark.AddressClash, EventKind.ReaderAddressClash)]
    [InlineData(DeviceRemark.Faulty, EventKind.ReaderFault)]
    public void AReaderInTroubleOpensNothingUntilItIsRestored(DeviceRemark remark, EventKind told)
    {
        using var bench = EngineBench.Running();
        var before = bench.Store.Head.Sequence;
        Remark(bench, remark);
        bench.Present(Tower.Lobby);
        bench.Engine.TakeTurn();
        Assert.Empty(bench.Line.Pulses);
        Assert.Contains(told.ToString(), bench.Kinds(before));
        Assert.Contains(bench.Journal(before), entry => entry.Entry.Kind == nameof(EventKind.AccessDenied) && entry.Entry.Body.Contains("ReaderNotTrusted", StringComparison.Ordinal));
        var kind = $"reader{told.ToString()["Reader".Length..]}";
        Assert.Contains(bench.Outbox(), message => message.Draft.Topic.EndsWith($"/door/{Tower.Lobby.Value}/event/{kind}", StringComparison.Ordinal));

        Remark(bench, DeviceRemark.Restored);
        bench.Present(Tower.Lobby);
        bench.Engine.TakeTurn();
        Assert.Contains(nameof(EventKind.ReaderRestored), bench.Kinds(before));
        Assert.Single(bench.Line.Pulses);
    }

    [Fact]
    public void OtherRemarksDecideNothing()
    {
        using var bench = EngineBench.Running();
        var before = bench.Store.Head.Sequence;
        foreach (var remark in (DeviceRemark[])[DeviceRemark.Restarted, DeviceRemark.EventsLost, DeviceRemark.SettingDiffers, DeviceRemark.Nonsense, DeviceRemark.Restored])
        {
            Remark(bench, remark);
        }

        bench.Engine.TakeTurn();
        Assert.Empty(bench.Kinds(before));
    }

    private static void Remark(EngineBench bench, DeviceRemark remark) => bench.Tell(new DeviceEvent.Remark(Tower.Source(Tower.Lobby).Device, bench.Now, remark, "as told"));
}
