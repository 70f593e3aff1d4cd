namespace Bridge.Simulators.Cli.Demo;

/// <summary>What to try, printed at the start of a demo.</summary>
internal static class Guide
{
    public static void Print(DemoSite site, string product, object control, int processId) => Console.WriteLine(
        $"""

        AccessBridge demo: six doors on two Modbus lines and a line of OSDP readers, and a morning of five minutes that plays by itself.

          The doors, live     http://127.0.0.1:{site.HttpPort}/          (English: http://127.0.0.1:{site.HttpPort}/?lang=en)
          The events          mosquitto_sub -h 127.0.0.1 -p {site.MqttPort} -i listener -t 'ab/#' -v
          Figures, health     http://127.0.0.1:{site.HttpPort}/metrics   http://127.0.0.1:{site.HttpPort}/health/ready

        Sign in to the API (docs/guides/accounts.md); the authenticators' keys are in {site.Users}
        {DemoPeople.Read(site.Users)}

        Be somebody (any other terminal):
          show a card         curl -X POST {control}readers/lobby-main-reader/card -H 'content-type: application/json' -d '{Card}'
          type a PIN          curl -X POST {control}readers/parcel-reader/pin -H 'content-type: application/json' -d '{Pin}'
          force a door        curl -X POST {control}doors/pool/force
          start a fire        curl -X POST {control}fire/on        and end it: .../fire/off
          acknowledge it      curl -X POST --unix-socket {site.ControlSocket} http://localhost/operator/fire/acknowledge

        Break it:
          pull the plug       kill -9 {processId}      then look: no lock stays open, and nothing is lost from the journal
          read the journal    dotnet {product} journal show --site {site.SiteFile} --last 20
          check the journal   dotnet {product} journal verify --site {site.SiteFile}

        """);

    private const string Card = """{"facility":17,"number":1001}""";

    private const string Pin = """{"digits":"640952"}""";
}
