using System.Text.Json.Serialization;

namespace Bridge.Simulators.Osdp;

/// <summary>What a reader reports of the part that reads cards; the numbers are those on the wire.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CardReaderState>))]
public enum CardReaderState
{
    Normal,
    NotConnected,
    Tampered,
}
