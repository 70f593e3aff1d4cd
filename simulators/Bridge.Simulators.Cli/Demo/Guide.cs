namespace Bridge.Simulators.Cli.Demo;

/// <summary>What to try, printed at the start of a demo.</summary>
internal static class Guide
{
    public static void Print(DemoSite site, string product, object control, int processId) => Console.WriteLine(
        $"""

        AccessBridge demo: six doors on two Modbus lines and a line of OSDP readers, a visitors' entrance with two intercoms, and a morning of five
        minutes. Residents with cards come by themselves. Visitors wait for you: they are told of below as they come, and some of them ring.

          The doors, live     http://127.0.0.1:{site.HttpPort}/          (English: http://127.0.0.1:{site.HttpPort}/?lang=en)
          The lobby's desk    http://127.0.0.1:{site.HttpPort}/desk      sign in as la and let them in, or not; docs/guides/admission.md says by what rules
          The events          mosquitto_sub -h 127.0.0.1 -p {site.MqttPort} -i listener -t 'ab/#' -v
          Figures, health     http://127.0.0.1:{site.HttpPort}/metrics   http://127.0.0.1:{site.HttpPort}/health/ready

        Who may sign in (docs/guides/accounts.md):
        {DemoPeople.Table(site.Users, TimeProvider.System.GetUtcNow())}
          A code is good for half a minute; the next one:
                              dotnet {Simulators} code la --users {site.Users}

        The gate, the office, the control room and the patrol do their part by themselves. The units:
          A-0805, A-1203      are in and press their key           A-0602   its guests are announced by the gate
          A-0903              answers and says no: you say so      A-1502   nobody is in: rings twice, then his name and face count
          A-1801              is asked by the control room only    P-0555 is a good pass, P-0433 has run out

        Be somebody (any other terminal):
          show a card         curl -X POST {control}readers/lobby-main-reader/card -H 'content-type: application/json' -d '{Card}'
          type a PIN          curl -X POST {control}readers/parcel-reader/pin -H 'content-type: application/json' -d '{Pin}'
          call a unit         curl -X POST {control}intercoms/call-station/panels/P1/call/0805
          force a door        curl -X POST {control}doors/pool/force
          start a fire        curl -X POST {control}fire/on        and end it: .../fire/off
          acknowledge it      curl -X POST --unix-socket {site.ControlSocket} http://localhost/operator/fire/acknowledge

        Break it:
          pull the plug       kill -9 {processId}      then look: no lock stays open, and nothing is lost from the journal
          read the journal    dotnet {product} journal show --site {site.SiteFile} --last 20
          check the journal   dotnet {product} journal verify --site {site.SiteFile}

        """);

    private static string Simulators => Path.Combine(AppContext.BaseDirectory, "accessbridge-sim.dll");

    private const string Card = """{"facility":17,"number":1001}""";

    private const string Pin = """{"digits":"640952"}""";
}
