using System.Diagnostics.Metrics;
using Bridge.Devices.Osdp;
using Bridge.Host.ReadModel;

namespace Bridge.Host.Health;

/// <summary>The figures of the OSDP readers. One series a reader of the site file, and one for each state that its security can be in.</summary>
internal static class ReaderMetrics
{
    private static readonly OsdpSecurityState[] States = Enum.GetValues<OsdpSecurityState>();

    public static void Add(Meter meter, BridgeLinks links)
    {
        void Counter(string name, Func<PeripheralSnapshot, double> value, string what) =>
            meter.CreateObservableCounter($"accessbridge_reader_{name}", () => Readers(links).Select(reader => Labelled(reader, value(reader))), description: what);

        Counter("polls", reader => reader.Polls, "Polls sent, repeats apart");
        Counter("exchanges", reader => reader.Exchanges, "Frames sent, repeats included");
        Counter("retries", reader => reader.Retries, "The same frame once more");
        Counter("silences", reader => reader.Silences, "Frames without a usable reply");
        Counter("naks", reader => reader.Naks, "Commands that the reader refused");
        Counter("busies", reader => reader.Busies, "BUSY replies");
        Counter("check_errors", reader => reader.CheckErrors, "Frames with a wrong CRC or checksum");
        Counter("strangers", reader => reader.Strangers + reader.SecondReplies, "Replies from other addresses, and second ones from its own");
        Counter("handshakes", reader => reader.Handshakes, "Secure sessions that were made");
        Counter("security_failures", reader => reader.SecurityFailures, "Failed handshakes and forged frames");
        Counter("replies", reader => reader.Replies, "Replies that were measured");
        Counter("reply_seconds", reader => reader.ReplyTime.TotalSeconds, "From the first byte sent to the last byte of the reply, all together; by replies it is the mean");
        meter.CreateObservableGauge("accessbridge_reader_longest_reply_seconds",
            () => Readers(links).Select(reader => Labelled(reader, reader.LongestReply.TotalSeconds)), description: "The longest since the start");
        meter.CreateObservableGauge("accessbridge_reader_security", () => Readers(links).SelectMany(Security), description: "1 for the state that the reader's security is in");
    }

    private static IEnumerable<PeripheralSnapshot> Readers(BridgeLinks links) =>
        links.Lines.Select(line => line.Line).OfType<OsdpLine>().SelectMany(line => line.Peripherals);

    private static IEnumerable<Measurement<int>> Security(PeripheralSnapshot reader) => States.Select(state => new Measurement<int>(
        reader.Security == state ? 1 : 0,
        KeyValuePair.Create<string, object?>("reader", reader.Device.Value),
        KeyValuePair.Create<string, object?>("state", state.ToString())));

    private static Measurement<double> Labelled(PeripheralSnapshot reader, double value) =>
        new(value, KeyValuePair.Create<string, object?>("reader", reader.Device.Value));
}
