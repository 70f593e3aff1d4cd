using Bridge.Outbound.Tests.Brokers;

namespace Bridge.Outbound.Tests.Contract;

public sealed class MosquittoContract : ChannelContract
{
    protected override bool NamesTheTakeover => false;

    // The subscriber must not lose its share while it is slower than the publisher; the values are those of the shipped profile.
    protected override async Task<ITestBroker> StartBrokerAsync() =>
        await MosquittoBroker.StartAsync("allow_anonymous true\nmax_inflight_messages 1000\nset_tcp_nodelay true\nmax_queued_messages 100000", Token);
}
