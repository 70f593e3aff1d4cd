using System.Text.Json.Serialization;

namespace Bridge.Simulators.Osdp;

/// <summary>What families of readers do after they have taken a new key.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<KeySetConduct>))]
public enum KeySetConduct
{
    /// <summary>The session goes on under the old key; the next handshake takes the new one.</summary>
    StaysInSession,

    /// <summary>The answer is the last thing said in the session.</summary>
    DropsSession,

    /// <summary>The answer comes without protection, and the session is over.</summary>
    AcknowledgesInClear,
}
