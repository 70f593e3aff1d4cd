using Bridge.Simulators.Building;
using Bridge.Simulators.Intercoms;

namespace Bridge.EndToEnd.Tests.Running;

/// <summary>The desk of a small block: at its one lobby door a panel with a button for each unit, of which only contacts can be had.</summary>
internal static class ButtonSite
{
    public static WorldPlan Plan { get; } = LobbySite.Plan with
    {
        Lines = [.. LobbySite.Plan.Lines.Where(line => line.Id != "calls")],
        Intercoms =
        [
            new ContactIntercomPlan(LobbySite.Bell, Buttons: new Dictionary<string, ButtonPlan>
            {
                ["1203"] = new("call-io.input1", "call-io.input2", "call-io.input3"),
                ["0903"] = new("call-io.input4", "call-io.input5"),
                ["1502"] = new("call-io.input6", "call-io.input7"),
                ["1801"] = new("call-io.input8"),
            }),
        ],
    };

    public static string In(string site) => LobbySite.With(site, LobbySite.ContactDevice, Sections);

    private const string Sections = """
          "intercoms": {
            "rear": {
              "door": "lobby-back", "stretch": "5 s",
              "buttons": {
                "1203": {
                  "call": { "point": "call-io.input1", "onMeans": "ringing" }, "hook": { "point": "call-io.input2", "onMeans": "lifted" },
                  "unlock": { "point": "call-io.input3", "onMeans": "pressed" }
                },
                "0903": { "call": { "point": "call-io.input4", "onMeans": "ringing" }, "hook": { "point": "call-io.input5", "onMeans": "lifted" } },
                "1502": { "call": { "point": "call-io.input6", "onMeans": "ringing" }, "hook": { "point": "call-io.input7", "onMeans": "lifted" } },
                "1801": { "call": { "point": "call-io.input8", "onMeans": "ringing" } }
              }
            }
          },
          "admission": { "ring": "10 s" },
          "lobbies": {
            "a": { "name": { "zh": "A座大堂", "en": "Lobby A" }, "doors": ["lobby-back"], "patrol": ["handset-1", "handset-2"] }
          },

        """;
}
