using Bridge.Outbound.Tests.Brokers;

namespace Bridge.Outbound.Tests.Contract;

public sealed class EmbeddedBrokerContract : ChannelContract
{
    protected override bool NamesTheTakeover => true;

    protected override async Task<ITestBroker> StartBrokerAsync() => await EmbeddedTestBroker.StartAsync(Site, Token);
}
