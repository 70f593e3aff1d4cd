using System.Diagnostics.Metrics;
using Bridge.Host.ReadModel;
using Bridge.Host.Runtime;

namespace Bridge.Host.Health;

/// <summary>The figures at /metrics. Labels are lines, readers and states only, as many as the site file names; nothing is counted per person.</summary>
public sealed class BridgeMetrics(BuildingMonitor monitor, BridgeLinks links, EngineQueue queue, OutboxPump pump) : IDisposable
{
    public const string Name = "AccessBridge";

    private readonly Meter meter = new(Name);

    public void Start()
    {
        meter.CreateObservableGauge("accessbridge_queue_waiting", () => queue.Waiting, description: "Inputs waiting for the engine");
        meter.CreateObservableCounter("accessbridge_journal_entries", () => monitor.Current.Head.Sequence, description: "Entries in the journal");
        meter.CreateObservableGauge("accessbridge_journal_degraded", () => monitor.Current.Degraded ? 1 : 0, description: "1 while the journal cannot be written");
        meter.CreateObservableGauge("accessbridge_outbox_waiting", () => links.OutboxWaiting, description: "Messages that no broker has taken yet");
        meter.CreateObservableCounter("accessbridge_messages_published", () => pump.Published, description: "Messages confirmed by the broker");
        meter.CreateObservableGauge("accessbridge_broker_connected", () => links.BrokerConnected ? 1 : 0);
        meter.CreateObservableGauge("accessbridge_doors_online", () => monitor.Current.State.Doors.Values.Count(door => door.Online));
        meter.CreateObservableGauge("accessbridge_line_up", () => links.Lines.Select(line => Labelled(line, line.Down ? 0 : 1)));
        meter.CreateObservableCounter("accessbridge_line_transactions", () => links.Lines.Select(line => Labelled(line, line.Line.Statistics.Transactions)));
        meter.CreateObservableCounter("accessbridge_line_timeouts", () => links.Lines.Select(line => Labelled(line, line.Line.Statistics.Timeouts)));
        ReaderMetrics.Add(meter, links);
        meter.CreateObservableCounter("accessbridge_line_checksum_errors", () => links.Lines.Select(line => Labelled(line, line.Line.Statistics.ChecksumErrors)));
    }

    public void Dispose() => meter.Dispose();

    private static Measurement<long> Labelled(LineSupervisor line, long value) => new(value, KeyValuePair.Create<string, object?>("line", line.Line.Line.Value));
}
