using System.Globalization;
using System.Text.Json;
using Bridge.Devices.Osdp.Doctor;

namespace Bridge.Host.Verbs;

/// <summary>
/// The format that OSDP tools exchange (osdpcap-format of SIA's libosdp-conformance): a line of JSON for each frame, times as text, bytes as hexadecimal
/// digits with spaces.
/// </summary>
internal sealed class OsdpCapFile(Stream stream) : ICaptureFile
{
    private readonly StreamWriter writer = new(stream);

    public void Write(CapturedFrame frame)
    {
        var sinceEpoch = frame.At - DateTimeOffset.UnixEpoch;
        var seconds = sinceEpoch.Ticks / TimeSpan.TicksPerSecond;
        writer.WriteLine(JsonSerializer.Serialize(new
        {
            timeSec = seconds.ToString(CultureInfo.InvariantCulture),
            timeNano = (sinceEpoch.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick).ToString("000000000", CultureInfo.InvariantCulture),
            io = "trace",
            data = string.Join(' ', frame.Bytes.ToArray().Select(each => each.ToString("x2", CultureInfo.InvariantCulture))),
            osdpTraceVersion = "1",
            osdpSource = "AccessBridge",
        }));
    }

    public void Dispose() => writer.Dispose();
}
