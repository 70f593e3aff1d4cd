using Bridge.Host.Runtime;

namespace Bridge.Host.ReadModel;

/// <summary>How the things stand that the service depends on, asked at the moment of a picture.</summary>
public sealed class BridgeLinks(BrokerSession broker, BacklogGauge backlog, LineSupervision lines)
{
    public bool BrokerConnected => broker.Connected;

    public BrokerLink Broker => broker.Link;

    public BacklogGauge Backlog => backlog;

    /// <summary>Messages that the broker has confirmed since the start, and when the last one was.</summary>
    public (long Count, DateTimeOffset? LastAt) Confirmed => (broker.Pump.Published, broker.Pump.LastConfirmedAt);

    public long OutboxWaiting => backlog.Current.Waiting;

    public IReadOnlyList<LineSupervisor> Lines => lines.Supervisors;
}
