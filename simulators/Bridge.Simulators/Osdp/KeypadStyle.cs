using System.Text.Json.Serialization;

namespace Bridge.Simulators.Osdp;

/// <summary>How a reader reports keys.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<KeypadStyle>))]
public enum KeypadStyle
{
    /// <summary>One report when the enter key is pressed.</summary>
    WholeEntry,

    /// <summary>One report for each key.</summary>
    EachKey,
}
