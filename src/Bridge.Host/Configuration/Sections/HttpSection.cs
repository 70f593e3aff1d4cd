using System.Net;
using Bridge.Host.Configuration.Reading;
using Bridge.Host.Configuration.Text;

namespace Bridge.Host.Configuration.Sections;

/// <summary>Where the page, health and metrics are served.</summary>
internal static class HttpSection
{
    private const int UsualPort = 8480;

    public static HttpSettings Read(Section site, MqttSettings mqtt, Findings findings)
    {
        var usual = new HttpSettings("127.0.0.1", UsualPort);
        if (Section.Open(site.Find("http"), SiteShapes.Http, findings)?.Find("listen") is not { } node)
        {
            return usual;
        }

        if (node is not SiteNode.Text text || !IPEndPoint.TryParse(text.Value, out var listen) || !text.Value.Contains(':', StringComparison.Ordinal))
        {
            findings.Expected(node, "an address and a port such as \"127.0.0.1:8480\" or \"[::1]:8480\"");
            return usual;
        }

        if (!IPAddress.IsLoopback(listen.Address))
        {
            findings.Error(node, $"expected a loopback address such as \"127.0.0.1:8480\", found {node.Shown}; the page asks nobody who they are, so put a proxy with TLS and a login before it");
        }
        else if (mqtt.Embedded && listen.Port == mqtt.Port && listen.Port != 0)
        {
            findings.Error(node, $"expected another port than the embedded broker's, found {listen.Port} for both");
        }

        return new HttpSettings(listen.Address.ToString(), listen.Port);
    }
}
