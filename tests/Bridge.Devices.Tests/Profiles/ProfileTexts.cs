namespace Bridge.Devices.Tests.Profiles;

/// <summary>Profile files for the tests.</summary>
internal static class ProfileTexts
{
    /// <summary>Right in every part; the wrong files are this one with one thing replaced.</summary>
    public const string Right = """
        {
          "name": "test-relay",
          "title": "A relay for tests",
          "sources": [ "this file" ],
          "inputs": [
            { "name": "input", "count": 4, "table": "discrete", "address": 0 },
            { "name": "state", "table": "input", "address": 10, "bit": 3, "counter": { "table": "input", "address": 20, "bits": 32 } }
          ],
          "outputs": [
            {
              "name": "relay", "count": 4,
              "readBack": { "table": "coil", "address": 0 },
              "pulse": { "kind": "coilValue", "address": "0x0200", "units": { "milliseconds": 100, "maximum": 32767 } },
              "off": { "table": "coil", "address": 0, "value": 0 },
              "selfEnding": "deviceTimedPulse"
            }
          ],
          "settings": [ { "name": "mode of relay", "count": 4, "address": 4096, "value": 0, "output": "relay", "why": "it must not switch by itself" } ]
        }
        """;

    /// <summary>A memory of cards for the right file; it needs a boot number beside it.</summary>
    public const string Events = """
        "events": {
          "name": "reader", "table": "input", "newestAddress": 30, "oldestAddress": 31, "readPointerAddress": 0,
          "window": {
            "address": 40, "registers": 12, "sequenceOffset": 0, "kindOffset": 1, "lengthOffset": 2, "ageOffset": 3, "dataOffset": 4,
            "cardKind": 1, "pinKind": 2, "ageUnitMilliseconds": 100
          }
        },
        """;

    public const string Watchdog = """
        {
          "name": "watchdog-relay", "title": "A relay whose watchdog ends it", "sources": [ "this file" ],
          "outputs": [
            {
              "name": "relay", "readBack": { "table": "coil", "address": 0 },
              "pulse": { "kind": "level", "on": { "table": "coil", "address": 0, "value": "0xFF00" } },
              "off": { "table": "coil", "address": 0, "value": 0 },
              "selfEnding": "deviceWatchdog", "watchdogMilliseconds": 10000
            }
          ]
        }
        """;
}
