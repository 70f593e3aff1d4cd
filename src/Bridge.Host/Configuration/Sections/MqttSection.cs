using System.Net;
using Bridge.Host.Configuration.Reading;
using Bridge.Host.Configuration.Text;

namespace Bridge.Host.Configuration.Sections;

/// <summary>The broker that events go to.</summary>
internal sealed class MqttSection(string directory, Findings findings)
{
    private const int Plain = 1883;
    private const int Secure = 8883;

    // mosquitto acknowledges at most 20 at once unless told otherwise; more than that only waits there.
    private const int UsualInFlight = 20;

    public MqttSettings Read(Section site)
    {
        if (Section.Open(site.Find("mqtt"), SiteShapes.Mqtt, findings) is not { } section)
        {
            return Embedded(Plain, UsualInFlight);
        }

        var inFlight = section.Whole("maxInFlight", UsualInFlight, 1, 1000);
        switch (section.Find("broker"))
        {
            case null or SiteNode.Text { Value: "embedded" }:
                return Embedded(section.Whole("port", Plain, 0, 65535), inFlight);
            case SiteNode.Object broker:
                if (section.Find("port") is { } port)
                {
                    findings.Error(port, "expected no port here beside a broker of your own; write it inside broker");
                }

                return External(Section.Open(broker, SiteShapes.Broker, findings)!, inFlight);
            case var other:
                findings.Expected(other, "\"embedded\" or an object with the host of your broker");
                return Embedded(Plain, inFlight);
        }
    }

    private static MqttSettings Embedded(int port, int inFlight) => new(true, "127.0.0.1", port, false, null, null, null, null, null, inFlight);

    private MqttSettings External(Section section, int inFlight)
    {
        var host = section.RequireText("host", "the broker's host name or IP address") ?? "";
        if (host.Length > 0 && Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            findings.Expected(section.Find("host")!, "a host name or an IP address without scheme and port");
        }

        var tls = section.Flag("tls", true);
        var settings = new MqttSettings(
            false,
            host,
            section.Whole("port", tls ? Secure : Plain, 1, 65535),
            tls,
            FilePath(section, "caFile"),
            FilePath(section, "certificateFile"),
            FilePath(section, "keyFile"),
            section.Text("userName", "the user name at the broker"),
            FilePath(section, "passwordFile"),
            inFlight);
        Check(section, settings);
        return settings;
    }

    private void Check(Section section, MqttSettings settings)
    {
        OnlyWithTls(section, "caFile", settings.Tls);
        OnlyWithTls(section, "certificateFile", settings.Tls);
        OnlyWithTls(section, "keyFile", settings.Tls);
        Both(section, "certificateFile", "keyFile");
        Both(section, "keyFile", "certificateFile");
        Both(section, "passwordFile", "userName");
        SecretFile.Check(settings.KeyFile, section.Find("keyFile"), findings);
        SecretFile.Check(settings.PasswordFile, section.Find("passwordFile"), findings);
        if (!settings.Tls && section.Find("host") is { } host && !IsLoopback(settings.Host))
        {
            findings.Warning(host, "events and the password travel unencrypted to another machine; set tls to true");
        }
    }

    private void OnlyWithTls(Section section, string key, bool tls)
    {
        if (!tls && section.Find(key) is { } value)
        {
            findings.Error(value, $"expected no {key} while tls is false; remove one of the two");
        }
    }

    private void Both(Section section, string given, string missing)
    {
        if (section.Find(given) is { } value && section.Find(missing) is null)
        {
            findings.Error(value, $"expected {missing} beside {given}, found none");
        }
    }

    private string? FilePath(Section section, string key) =>
        section.Text(key, "the path of a file") is { } path ? Path.GetFullPath(path, directory) : null;

    private static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
